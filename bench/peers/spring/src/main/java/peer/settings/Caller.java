package peer.settings;

/** The calling app and its tenant space. */
public record Caller(String appKey, String tenantId) {}
