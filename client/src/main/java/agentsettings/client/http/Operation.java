package agentsettings.client.http;

/** The name of an operation, for messages, and what it does to what is stored. Immutable. */
public record Operation(String name, Effect effect) {}
