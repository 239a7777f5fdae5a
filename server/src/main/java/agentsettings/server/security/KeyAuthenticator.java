package agentsettings.server.security;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.server.limits.AttemptLimit;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.KeyAuthentication.Authenticated;
import agentsettings.server.security.KeyAuthentication.Paused;
import agentsettings.server.security.KeyAuthentication.Refused;
import java.time.Duration;
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

    private static final String NO_SUCH_HASH = "0".repeat(64);

    private static final KeyAuthentication MISSING = new Refused("Authorization: is required.");
    private static final KeyAuthentication MALFORMED =
            new Refused("Authorization: must be \"Bearer\", a space and a management key.");
    private static final KeyAuthentication UNKNOWN = new Refused("Authorization: the management key is not valid.");
    private static final KeyAuthentication EXPIRED = new Refused("Authorization: the management key has expired.");

    private final AppCache appCache;
    private final SecretHashes hashes;
    private final InstantSource clock;
    private final AttemptLimit attempts = new AttemptLimit();

    public KeyAuthenticator(AppCache appCache, SecretHashes hashes, InstantSource clock) {
        this.appCache = appCache;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Authenticates by the value of the header {@code Authorization}. Responds to an unknown id as to a wrong secret, and takes as long.
     * Who has sent too many wrong ones must pause.
     *
     * @param authorization null if there is none
     * @param address the client's, null if it is gone
     */
    public KeyAuthentication authenticate(String authorization, String address) {
        if (authorization == null || authorization.isEmpty()) {
            return MISSING;
        }
        Optional<ManagementKeyText> sent =
                BearerHeader.credentials(authorization).flatMap(ManagementKeyText::parse);
        if (sent.isEmpty()) {
            return MALFORMED;
        }
        String id = sent.get().id();
        Duration pause = attempts.pause(address, id);
        if (!pause.isZero()) {
            return new Paused(pause);
        }
        ManagementKey key = appCache.managementKey(id).orElse(null);
        boolean matches = hashes.matches(sent.get(), key == null ? NO_SUCH_HASH : key.secretHash());
        if (key == null || !matches) {
            attempts.failed(address, id);
            return UNKNOWN;
        } else if (key.isExpired(clock.instant())) {
            return EXPIRED;
        }
        appCache.noteUse(key);
        return new Authenticated(key);
    }

    /** The key with this id, for one who has proven before to have it; empty if it was revoked or has expired. */
    public Optional<ManagementKey> usable(String id) {
        Optional<ManagementKey> key = appCache.managementKey(id).filter(found -> !found.isExpired(clock.instant()));
        key.ifPresent(appCache::noteUse);
        return key;
    }
}
