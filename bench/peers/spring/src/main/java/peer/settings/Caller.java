package peer.settings;

/** Who calls: an app, in its tenant space. */
public record Caller(String appKey, String tenantId) {}
