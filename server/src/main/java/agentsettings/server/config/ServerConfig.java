package agentsettings.server.config;

/** Everything that can be configured, part by part. */
public record ServerConfig(HttpConfig http, StorageConfig storage, SecurityConfig security) {}
