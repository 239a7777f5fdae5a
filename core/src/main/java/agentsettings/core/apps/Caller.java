package agentsettings.core.apps;

/** The principal of a request: an app and its tenant space. Immutable. */
public record Caller(String tenantId, String appKey) {}
