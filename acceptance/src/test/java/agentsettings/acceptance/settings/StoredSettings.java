package agentsettings.acceptance.settings;

/** One user's settings as they stand in the database. */
public record StoredSettings(long id, Content content, long version) {}
