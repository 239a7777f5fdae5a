package agentsettings.server.config;

/** The whole configuration of a server. */
public record ServerConfig(HttpConfig http, StorageConfig storage, SecurityConfig security) {}
