package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.wire.AccessToken;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;

/**
 * Issues and verifies tokens, which are signed (JWT, HS256) and therefore verified without the database. A token expires at the end of
 * its life, and is revoked when its app is disabled or gets another secret. Safe for use by many threads.
 */
public final class Tokens {

    /** The longest life of a token. */
    public static final Duration LIFE_MAX = Duration.ofHours(1);

    /** The result of verifying a token. */
    public sealed interface Verification {

        /** The token is valid, and was issued to this app. */
        record Valid(App app) implements Verification {}

        /**
         * The token is not valid.
         *
         * @param reason the rest of a sentence about the token
         */
        record Invalid(String reason) implements Verification {}
    }

    private static final int TOKEN_LENGTH_MAX = 2048;
    private static final int SCOPE_BYTES = 16;
    private static final String EPOCH = "epoch";

    private static final Verification NOT_OURS = new Verification.Invalid("is not valid");
    private static final Verification EXPIRED = new Verification.Invalid("has expired");
    private static final Verification REVOKED = new Verification.Invalid("was revoked");

    private final AppCache appCache;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Tokens(AppCache appCache, InstantSource clock) {
        this.appCache = appCache;
        this.clock = clock;
    }

    /**
     * A new token for the app.
     *
     * @param life at most {@link #LIFE_MAX}
     */
    public AccessToken issue(App app, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(app.key())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim(EPOCH, app.tokenEpoch())
                .build();
        KeyRing.Signer signer = appCache.keys().signer(now);
        SignedJWT token = new SignedJWT(signer.header(), claims);
        try {
            token.sign(signer.signature());
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 signs anything", e);
        }
        byte[] scope = new byte[SCOPE_BYTES];
        random.nextBytes(scope);
        return new AccessToken(token.serialize(), app.key(), HexFormat.of().formatHex(scope), now, life);
    }

    /** Verifies the signature and the expiry of a token, and that it was not revoked. */
    public Verification verify(String text) {
        if (text.length() > TOKEN_LENGTH_MAX) {
            return NOT_OURS;
        }
        try {
            JWTClaimsSet claims = appCache.keys().claims(text).orElse(null);
            return claims == null ? NOT_OURS : holder(claims);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return NOT_OURS;
        }
    }

    private Verification holder(JWTClaimsSet claims) throws ParseException {
        if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            return EXPIRED;
        }
        App app = appCache.app(claims.getSubject()).orElse(null);
        if (app == null || !app.enabled() || app.tokenEpoch() != claims.getLongClaim(EPOCH)) {
            return REVOKED;
        }
        return new Verification.Valid(app);
    }
}
