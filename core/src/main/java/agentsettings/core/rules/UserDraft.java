package agentsettings.core.rules;

/** The fields of a request to add a user, decoded but not yet checked: text as sent, null if absent. Immutable. */
public record UserDraft(String account, String name, String phone, String email, String description, String status) {}
