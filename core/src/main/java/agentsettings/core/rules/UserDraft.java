package agentsettings.core.rules;

/** A user that a request wants to add, read but not yet checked: every part is text as sent, null where absent. */
public record UserDraft(String account, String name, String phone, String email, String description, String status) {}
