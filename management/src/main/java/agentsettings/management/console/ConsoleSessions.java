package agentsettings.management.console;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.users.UserKey;
import agentsettings.server.security.KeyAuthenticator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions at the console, and the codes that sign in once. A session ends when nobody has used it for {@link #IDLE_MAX}, {@link
 * #LIFE_MAX} after it began, when it is ended, and when its management key is. Each node has its own, in memory, so that what was ended
 * is over and a restart ends all. Safe for use by many threads.
 */
public final class ConsoleSessions {

    public static final Duration IDLE_MAX = Duration.ofMinutes(30);
    public static final Duration LIFE_MAX = Duration.ofHours(12);

    /** How long a code signs in with its management key. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(15);

    /** How long an agent's link waits for the agent. */
    static final Duration LINK_LIFE = Duration.ofHours(24);

    /** When there are more, the one that was not used for the longest time ends. */
    private static final int SESSIONS_MAX = 10_000;

    private static final int CODES_MAX = 10_000;
    private static final int SECRET_BYTES = 32;

    private final KeyAuthenticator authenticator;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = bounded(SESSIONS_MAX);
    private final Map<String, Code> codes = bounded(CODES_MAX);

    /** The key is as it was at sign-in. */
    private record Session(SignedIn signedIn, Instant began, Instant lastUsed) {

        boolean isOver(Instant now) {
            return !now.isBefore(lastUsed.plus(IDLE_MAX)) || !now.isBefore(began.plus(LIFE_MAX));
        }
    }

    private record Code(String keyId, Optional<UserKey> agent, Instant until) {}

    public ConsoleSessions(KeyAuthenticator authenticator, InstantSource clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    /** Begins a session and returns its secret. */
    synchronized String begin(SignedIn signedIn) {
        Instant now = clock.instant();
        String secret = secret();
        sessions.put(secret, new Session(signedIn, now, now));
        return secret;
    }

    /**
     * Who uses a session; empty if it is over.
     *
     * @param inUse whether somebody used the console; a page that refreshes itself does not keep its session
     */
    public synchronized Optional<SignedIn> authenticate(String secret, boolean inUse) {
        Session session = sessions.get(secret);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ManagementKey> key = session.isOver(now)
                ? Optional.empty()
                : authenticator
                        .usable(session.signedIn.key().id())
                        .filter(current -> current.secretHash()
                                .equals(session.signedIn.key().secretHash()));
        if (key.isEmpty()) {
            sessions.remove(secret);
        } else if (inUse) {
            sessions.put(secret, new Session(session.signedIn, session.began, now));
        }
        return key.map(current -> new SignedIn(current, session.signedIn.agent()));
    }

    /** When the session ends at the latest; empty if it is over. */
    synchronized Optional<Instant> endsAt(String secret) {
        return Optional.ofNullable(sessions.get(secret)).map(session -> session.began.plus(LIFE_MAX));
    }

    synchronized void end(String secret) {
        sessions.remove(secret);
    }

    /** The path that signs in with this key once, within {@link #CODE_LIFE}. */
    public String link(String keyId) {
        return pathOf(new Code(keyId, Optional.empty(), clock.instant().plus(CODE_LIFE)));
    }

    /** The path by which this agent signs in once, before then, as long as the key is usable. */
    String link(String keyId, UserKey agent, Instant until) {
        return pathOf(new Code(keyId, Optional.of(agent), until));
    }

    private synchronized String pathOf(Code code) {
        String secret = secret();
        codes.put(secret, code);
        return "/console/#code=" + secret;
    }

    /** Who signs in by the code; empty if it was used, is too old or never was. */
    synchronized Optional<SignedIn> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(found -> clock.instant().isBefore(found.until))
                .flatMap(found -> authenticator.usable(found.keyId).map(key -> new SignedIn(key, found.agent)));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> Map<String, T> bounded(int max) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> longestUnused) {
                return size() > max;
            }
        };
    }
}
