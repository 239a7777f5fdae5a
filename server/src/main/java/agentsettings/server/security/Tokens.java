package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.wire.Refusal;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.Token;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks tokens, which are signed (JWT, HS256) and therefore checked without the database. A token ends with its life, or
 * when its app is disabled or gets another secret. Safe for use by many threads.
 */
public final class Tokens {

    private static final int TOKEN_LENGTH_MAX = 2048;
    private static final int SCOPE_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 8;
    private static final String EPOCH = "epoch";

    private final AppRegistry apps;
    private final InstantSource clock;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** Signs with the first of the keys; checks with them all. */
    public Tokens(AppRegistry apps, List<SigningKey> keys, InstantSource clock) {
        this.apps = apps;
        this.clock = clock;
        SigningKey newest = keys.getFirst();
        try {
            header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(newest.id()).build();
            signer = new MACSigner(newest.secret());
            for (SigningKey key : keys) {
                verifiers.put(key.id(), new MACVerifier(key.secret()));
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key is too short", e);
        }
    }

    /** A new random key. */
    public static SigningKey newKey(Instant now) {
        byte[] secret = new byte[KEY_BYTES];
        byte[] id = new byte[KEY_ID_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(secret);
        random.nextBytes(id);
        return new SigningKey(HexFormat.of().formatHex(id), new SecretKeySpec(secret, "HmacSHA256"), now);
    }

    public Token issue(App app, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(app.key())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim(EPOCH, app.tokenEpoch())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 signs anything", e);
        }
        byte[] scope = new byte[SCOPE_BYTES];
        random.nextBytes(scope);
        return new Token(token.serialize(), app.key(), HexFormat.of().formatHex(scope), now, life);
    }

    /**
     * The app that the token was issued to.
     *
     * @throws Refusal when the token isn't ours, has ended or was revoked
     */
    public App verify(String text) {
        if (text.length() > TOKEN_LENGTH_MAX) {
            throw refused("is not a token of this service");
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSVerifier verifier = verifiers.get(token.getHeader().getKeyID());
            if (verifier == null || !token.verify(verifier)) {
                throw refused("is not a token of this service");
            }
            return holder(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused("is not a token of this service");
        }
    }

    private App holder(JWTClaimsSet claims) throws ParseException {
        if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw refused("has expired");
        }
        App app = apps.find(claims.getSubject()).orElseThrow(() -> refused("was revoked"));
        if (!app.enabled() || app.tokenEpoch() != claims.getLongClaim(EPOCH)) {
            throw refused("was revoked");
        }
        return app;
    }

    private static Refusal refused(String why) {
        return new Refusal(ReturnCode.TOKEN_REFUSED, "Authorization: the token " + why + ".");
    }
}
