package agentsettings.server.security;

/**
 * The headers by which a request identifies its sender; null if absent or empty. {@code toString} omits the token.
 *
 * @param authorization the whole header
 */
public record Credentials(String appKey, String authorization, String tenantId) {

    /** Treats an empty header as absent. */
    public Credentials {
        appKey = emptyToNull(appKey);
        authorization = emptyToNull(authorization);
        tenantId = emptyToNull(tenantId);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "Credentials[" + appKey + ", " + tenantId + "]";
    }
}
