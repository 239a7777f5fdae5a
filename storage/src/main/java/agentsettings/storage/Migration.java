package agentsettings.storage;

/** A migration of the schema from one version to the next. */
public record Migration(String version, String description, boolean applied) {}
