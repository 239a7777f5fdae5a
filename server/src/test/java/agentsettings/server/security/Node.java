package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.store.Directory;
import agentsettings.server.limits.TestClock;
import agentsettings.server.security.Tokens.Verification.Invalid;
import agentsettings.server.security.Tokens.Verification.Valid;
import agentsettings.storage.Database;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;

/** One of several nodes over a database: with a clock of its own, and following only when told to. */
final class Node implements AutoCloseable {

    static final Duration KEY_LIFE = Duration.ofDays(30);

    final TestClock clock = new TestClock();
    final Directory directory;
    final AppCache appCache;
    private final Tokens tokens;

    /** Over a database whose schema is up to date. */
    Node(Database database) {
        directory = database.openDirectory();
        appCache = new AppCache(directory, false, KEY_LIFE, clock);
        tokens = new Tokens(appCache, clock);
    }

    /** Lets time pass, and follows the database. */
    void goOn(Duration time) {
        clock.goOn(time);
        appCache.refresh();
    }

    /** A token of the longest life. */
    String issue(String appKey) {
        return tokens.issue(appCache.app(appKey).orElseThrow(), Tokens.LIFE_MAX).accessToken();
    }

    Tokens.Verification verify(String token) {
        return tokens.verify(token);
    }

    /** Returns the key of the app that a valid token was issued to. */
    String appKeyOf(String token) {
        return switch (verify(token)) {
            case Valid(App app) -> app.key();
            case Invalid(String reason) -> throw new AssertionError("the token " + reason);
        };
    }

    /** The id of the key that signs. */
    String signingKeyId(String appKey) throws ParseException {
        return SignedJWT.parse(issue(appKey)).getHeader().getKeyID();
    }

    @Override
    public void close() {
        appCache.close();
        directory.close();
    }
}
