package agentsettings.acceptance.durability;

/** One user's settings as they stand in the database. */
record StoredSettings(long id, Content content, long version) {}
