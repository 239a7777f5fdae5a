package agentsettings.core.apps;

/** Who asks: an app, acting within the tenant space it belongs to. */
public record Caller(String tenantId, String appKey) {}
