package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.server.limits.AttemptLimit;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.Authentication.Authenticated;
import agentsettings.server.security.Tokens.Verification.Invalid;
import agentsettings.server.security.Tokens.Verification.Valid;
import agentsettings.wire.AccessToken;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.TokenRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Identifies callers by the rules of the edition that their app was written for. A token that was sent is verified in every edition,
 * whatever else was sent. Safe for use by many threads.
 */
public final class Authenticator {

    private static final String NO_SUCH_HASH = "0".repeat(64);

    private final AppCache appCache;
    private final Tokens tokens;
    private final SecretHashes hashes;
    private final RateLimit rateLimit;
    private final AttemptLimit attempts = new AttemptLimit();
    private final InstantSource clock;

    public Authenticator(
            AppCache appCache, Tokens tokens, SecretHashes hashes, RateLimit rateLimit, InstantSource clock) {
        this.appCache = appCache;
        this.tokens = tokens;
        this.hashes = hashes;
        this.rateLimit = rateLimit;
        this.clock = clock;
    }

    /** Authenticates by what the app's edition requires: X-APP-Key, a token or both. */
    public Authentication authenticate(Credentials credentials) {
        return credentials.authorization() == null ? byKey(credentials) : byToken(credentials);
    }

    /** Authenticates by a token, which is required whatever the app's edition. */
    public Authentication authenticateByToken(Credentials credentials) {
        return credentials.authorization() == null ? missing("Authorization") : byToken(credentials);
    }

    /**
     * Issues a token for the app's key and secret, or the secret before during its grace. Responds to an unknown key as to a wrong secret,
     * and takes as long. Who has sent too many wrong ones must pause.
     *
     * @param address the client's, null if it is gone
     */
    public TokenIssue issueToken(TokenRequest request, Duration life, String address) {
        Duration pause = attempts.pause(address, request.appKey());
        if (!pause.isZero()) {
            return new Refused(
                    ReturnCode.TOO_MANY_REQUESTS,
                    "Too many tokens were requested with a wrong secret; retry later.",
                    pause);
        }
        App app = enabledApp(request.appKey());
        boolean matches = matches(request.appSecret(), app);
        if (app == null || !matches) {
            attempts.failed(address, request.appKey());
            return new Refused(ReturnCode.APP_REFUSED, "app_key, app_secret: must be those of an enabled app.");
        }
        return rateLimit.allows(app.key()) ? new TokenIssue.Issued(tokens.issue(app, life)) : tooManyRequests();
    }

    /** Issues a token for an app to the service itself, which sends a request in the app's name. */
    public AccessToken issueToken(App app, Duration life) {
        return tokens.issue(app, life);
    }

    /** Compares the secret with two hashes, whether the app has none, one or both, so that the time tells nothing about the app. */
    private boolean matches(String secret, App app) {
        String hash = app == null ? NO_SUCH_HASH : app.secretHash();
        String previous = app == null
                ? NO_SUCH_HASH
                : app.previousSecretHash(clock.instant()).orElse(NO_SUCH_HASH);
        return hashes.matches(secret, hash, previous);
    }

    private Authentication byKey(Credentials credentials) {
        if (credentials.appKey() == null) {
            return missing("X-APP-Key");
        }
        App app = enabledApp(credentials.appKey());
        if (app == null) {
            return new Refused(ReturnCode.APP_REFUSED, "X-APP-Key: must be the key of an enabled app.");
        }
        return app.edition() == Edition.E2025 ? missing("Authorization") : admit(app, credentials);
    }

    private Authentication byToken(Credentials credentials) {
        String authorization = credentials.authorization();
        Optional<String> token = BearerHeader.credentials(authorization);
        if (token.isEmpty()) {
            return new Refused(ReturnCode.TOKEN_REFUSED, "Authorization: must be \"Bearer\", a space and a token.");
        }
        return switch (tokens.verify(token.get())) {
            case Invalid(String reason) ->
                new Refused(ReturnCode.TOKEN_REFUSED, "Authorization: the token " + reason + ".");
            case Valid(App app) -> byTokenOf(app, credentials);
        };
    }

    private Authentication byTokenOf(App app, Credentials credentials) {
        if (credentials.appKey() == null && app.edition() == Edition.E2023) {
            return missing("X-APP-Key");
        }
        if (credentials.appKey() != null && !credentials.appKey().equals(app.key())) {
            return new Refused(
                    ReturnCode.TOKEN_REFUSED, "Authorization: the token belongs to an app other than X-APP-Key.");
        }
        return admit(app, credentials);
    }

    private Authentication admit(App app, Credentials credentials) {
        if (credentials.tenantId() != null && !credentials.tenantId().equals(app.tenantId())) {
            return new Refused(ReturnCode.WRONG_TENANT_SPACE, "X-TenantSpaceID: must be the app's tenant space.");
        }
        return rateLimit.allows(app.key())
                ? new Authenticated(app.caller(appCache.numberCheck(app.tenantId())))
                : tooManyRequests();
    }

    /** Returns null if there is no such app or it is disabled. */
    private App enabledApp(String key) {
        return appCache.app(key).filter(App::enabled).orElse(null);
    }

    private static Refused tooManyRequests() {
        return new Refused(
                ReturnCode.TOO_MANY_REQUESTS, "The app exceeds its limit of requests per second; retry later.");
    }

    private static Refused missing(String header) {
        return new Refused(ReturnCode.NO_CREDENTIALS, header + ": is required.");
    }
}
