package agentsettings.server.security;

import java.util.Optional;

/** A header {@code Authorization} with a bearer token or key (RFC 6750). */
final class BearerHeader {

    private static final String SCHEME = "Bearer ";

    /** What is behind the scheme, in any case, and one or several spaces, as RFC 9110 permits; empty if the scheme is another. */
    static Optional<String> credentials(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        int start = SCHEME.length();
        while (start < authorization.length() && authorization.charAt(start) == ' ') {
            start++;
        }
        return Optional.of(authorization.substring(start));
    }

    private BearerHeader() {}
}
