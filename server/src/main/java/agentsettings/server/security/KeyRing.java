package agentsettings.server.security;

import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.StoreUnavailable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The signing keys of one moment, ready for use. They never change; safe for use by many threads. */
final class KeyRing {

    /**
     * So long after it was made a key only checks. By then every node has read it, whose clock may differ by nearly as much, and who may
     * have been cut off from the database for as long as a failover takes.
     */
    static final Duration ACTIVATION_DELAY = Duration.ofMinutes(1);

    private static final int VERIFIED_TOKENS_MAX = 4096;

    /** A key that signs, and the header that names it. */
    record Signer(JWSHeader header, JWSSigner signature, Instant from) {}

    private final List<SigningKey> keys;
    private final List<Signer> signers;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    /** Claims by their token, since an app sends the same one for as long as an hour, and a look here costs little of a check. */
    private final Map<String, JWTClaimsSet> verifiedTokens = new ConcurrentHashMap<>();

    /** Of these keys, newest first. */
    KeyRing(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
        this.signers = keys.stream().map(KeyRing::signer).toList();
        keys.forEach(key -> verifiers.put(key.id(), verifier(key)));
    }

    /** Newest first. */
    List<SigningKey> keys() {
        return keys;
    }

    /**
     * What signs at this time: the newest key that has settled. Where none has, as in a new database, the oldest.
     *
     * @throws StoreUnavailable when there is no key at all
     */
    Signer signer(Instant now) {
        for (Signer signer : signers) {
            if (!now.isBefore(signer.from)) {
                return signer;
            }
        }
        if (signers.isEmpty()) {
            throw new StoreUnavailable("The database has no signing key", null);
        }
        return signers.getLast();
    }

    /**
     * What the token claims, when one of these keys has signed it.
     *
     * @throws ParseException when it is no token at all
     * @throws JOSEException when its signature is none that can be checked
     */
    Optional<JWTClaimsSet> claims(String token) throws ParseException, JOSEException {
        JWTClaimsSet claims = verifiedTokens.get(token);
        if (claims != null) {
            return Optional.of(claims);
        }
        SignedJWT signed = SignedJWT.parse(token);
        JWSVerifier verifier = verifiers.get(signed.getHeader().getKeyID());
        if (verifier == null || !signed.verify(verifier)) {
            return Optional.empty();
        }
        if (verifiedTokens.size() >= VERIFIED_TOKENS_MAX) {
            verifiedTokens.clear();
        }
        verifiedTokens.put(token, signed.getJWTClaimsSet());
        return Optional.of(signed.getJWTClaimsSet());
    }

    private static Signer signer(SigningKey key) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build();
            return new Signer(
                    header, new MACSigner(key.secret()), key.createdAt().plus(ACTIVATION_DELAY));
        } catch (JOSEException e) {
            throw tooShort(key, e);
        }
    }

    private static JWSVerifier verifier(SigningKey key) {
        try {
            return new MACVerifier(key.secret());
        } catch (JOSEException e) {
            throw tooShort(key, e);
        }
    }

    private static IllegalStateException tooShort(SigningKey key, JOSEException cause) {
        return new IllegalStateException("the signing key " + key.id() + " is too short", cause);
    }
}
