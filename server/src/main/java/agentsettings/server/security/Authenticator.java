package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.Edition;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.Token;
import agentsettings.wire.TokenRequest;
import java.time.Duration;

/**
 * Finds out who is calling, by the rules of the edition that the app was written for. A token that was sent is checked in every
 * edition, whatever else was sent. Safe for use by many threads.
 */
public final class Authenticator {

    private static final String BEARER = "Bearer ";
    private static final String NO_SUCH_HASH = "0".repeat(64);

    private final AppCache appCache;
    private final Tokens tokens;
    private final SecretHashes hashes;
    private final RateLimit rateLimit;

    public Authenticator(AppCache appCache, Tokens tokens, SecretHashes hashes, RateLimit rateLimit) {
        this.appCache = appCache;
        this.tokens = tokens;
        this.hashes = hashes;
        this.rateLimit = rateLimit;
    }

    /**
     * The caller, as its app's edition identifies it.
     *
     * @throws RequestException with 401 or 429
     */
    public Caller authenticate(Credentials credentials) {
        return admit(app(credentials), credentials);
    }

    /**
     * The caller, who must have sent a token whatever its edition.
     *
     * @throws RequestException with 401 or 429
     */
    public Caller authenticateByToken(Credentials credentials) {
        if (credentials.authorization() == null) {
            throw missing("Authorization");
        }
        return authenticate(credentials);
    }

    /**
     * A token for the app that proves itself. Key and secret are refused alike and in the same time.
     *
     * @throws RequestException with 401 or 429
     */
    public Token issueToken(TokenRequest request, Duration life) {
        App app = appCache.app(request.appKey()).filter(App::enabled).orElse(null);
        boolean proven = hashes.matches(request.appSecret(), app == null ? NO_SUCH_HASH : app.secretHash());
        if (app == null || !proven) {
            throw new RequestException(ReturnCode.APP_REFUSED, "app_key, app_secret: must be those of an enabled app.");
        }
        requireRate(app);
        return tokens.issue(app, life);
    }

    private App app(Credentials credentials) {
        if (credentials.authorization() != null) {
            return byToken(credentials);
        }
        if (credentials.appKey() == null) {
            throw missing("X-APP-Key");
        }
        App app = appCache.app(credentials.appKey())
                .filter(App::enabled)
                .orElseThrow(() ->
                        new RequestException(ReturnCode.APP_REFUSED, "X-APP-Key: must be the key of an enabled app."));
        if (app.edition() == Edition.E2025) {
            throw missing("Authorization");
        }
        return app;
    }

    private App byToken(Credentials credentials) {
        String authorization = credentials.authorization();
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new RequestException(
                    ReturnCode.TOKEN_REFUSED, "Authorization: must be \"Bearer\", a space and a token.");
        }
        App app = tokens.verify(authorization.substring(BEARER.length()).strip());
        if (credentials.appKey() == null) {
            if (app.edition() == Edition.E2023) {
                throw missing("X-APP-Key");
            }
        } else if (!credentials.appKey().equals(app.key())) {
            throw new RequestException(
                    ReturnCode.TOKEN_REFUSED, "Authorization: the token belongs to an app other than X-APP-Key.");
        }
        return app;
    }

    private Caller admit(App app, Credentials credentials) {
        if (credentials.tenantId() != null && !credentials.tenantId().equals(app.tenantId())) {
            throw new RequestException(
                    ReturnCode.WRONG_TENANT_SPACE, "X-TenantSpaceID: must be the app's tenant space.");
        }
        requireRate(app);
        return app.caller();
    }

    private void requireRate(App app) {
        if (!rateLimit.allows(app.key())) {
            throw new RequestException(
                    ReturnCode.TOO_MANY_REQUESTS, "The app exceeds its limit of requests per second; retry later.");
        }
    }

    private static RequestException missing(String header) {
        return new RequestException(ReturnCode.NO_CREDENTIALS, header + ": is required.");
    }
}
