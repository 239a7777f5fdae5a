package agentsettings.server.security;

/**
 * What a request says of its sender; each part is null when it wasn't sent. Prints no token.
 *
 * @param authorization the whole header
 */
public record Credentials(String appKey, String authorization, String tenantId) {

    /** An empty header says nothing. */
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
