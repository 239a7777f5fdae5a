package agentsettings.server.security;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.KeyAuthentication.Authenticated;
import agentsettings.server.security.KeyAuthentication.Refused;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Authenticates requests to the management interface by their management key, without the database: a key that was revoked is refused
 * after the next refresh of {@link AppCache}, one that expires at once. Never blocks. Safe for use by many threads.
 */
public final class KeyAuthenticator {

    /** The key of every demo, which is public. A server that serves no demo refuses it, even if the database holds it. */
    public static final ManagementKeyText DEMO_KEY =
            new ManagementKeyText("demoadmn", "demo-management-key-for-local-use-only");

    private static final String BEARER = "Bearer ";
    private static final String NO_SUCH_HASH = "0".repeat(64);

    private static final KeyAuthentication MISSING = new Refused("Authorization: is required.");
    private static final KeyAuthentication MALFORMED =
            new Refused("Authorization: must be \"Bearer\", a space and a management key.");
    private static final KeyAuthentication UNKNOWN = new Refused("Authorization: the management key is not valid.");
    private static final KeyAuthentication EXPIRED = new Refused("Authorization: the management key has expired.");

    private final AppCache appCache;
    private final SecretHashes hashes;
    private final InstantSource clock;

    public KeyAuthenticator(AppCache appCache, SecretHashes hashes, InstantSource clock) {
        this.appCache = appCache;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Authenticates by the value of the header {@code Authorization}. Responds to an unknown id as to a wrong secret, and takes as long.
     *
     * @param authorization null if there is none
     */
    public KeyAuthentication authenticate(String authorization) {
        if (authorization == null || authorization.isEmpty()) {
            return MISSING;
        }
        Optional<ManagementKeyText> sent = keyOf(authorization);
        if (sent.isEmpty()) {
            return MALFORMED;
        }
        ManagementKey key = appCache.managementKey(sent.get().id()).orElse(null);
        boolean matches = hashes.matches(sent.get(), key == null ? NO_SUCH_HASH : key.secretHash());
        if (key == null || !matches) {
            return UNKNOWN;
        } else if (key.isExpired(clock.instant())) {
            return EXPIRED;
        }
        appCache.noteUse(key);
        return new Authenticated(key);
    }

    /** The key; HTTP permits any case of the scheme, and several spaces after it. */
    private static Optional<ManagementKeyText> keyOf(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? ManagementKeyText.parse(
                        authorization.substring(BEARER.length()).stripLeading())
                : Optional.empty();
    }
}
