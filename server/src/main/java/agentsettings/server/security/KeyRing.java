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
import com.nimbusds.jose.util.Base64URL;
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

/** Immutable set of the signing keys with their signers and verifiers. Caches the claims of verified tokens. Safe for use by many threads. */
final class KeyRing {

    /**
     * The age at which a key starts to sign; until then it only verifies. By that time every node has read the key, even if its clock
     * differs or a failover cut it off from the database.
     */
    static final Duration ACTIVATION_DELAY = Duration.ofMinutes(1);

    private static final int VERIFIED_TOKENS_MAX = 4096;

    /** Signs tokens with one key, which the header names, from a time on. */
    record Signer(JWSHeader header, JWSSigner signature, Instant from) {}

    private final List<SigningKey> keys;
    private final List<Signer> signers;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    /** Claims by token. An app sends the same token for up to an hour, and a look-up is cheaper than a verification. */
    private final Map<String, JWTClaimsSet> verifiedTokens = new ConcurrentHashMap<>();

    /** Takes the keys newest first. */
    KeyRing(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
        this.signers = keys.stream().map(KeyRing::signer).toList();
        keys.forEach(key -> verifiers.put(key.id(), verifier(key)));
    }

    /** Returns the keys newest first. */
    List<SigningKey> keys() {
        return keys;
    }

    /**
     * Returns the newest key past its activation delay or, if there is none, as in a new database, the oldest key.
     *
     * @throws StoreUnavailable if there is no key
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
     * Returns the token's claims if one of the keys signed it, and this is its one canonical text.
     *
     * @throws ParseException if it is not a JWT
     * @throws JOSEException if its signature can't be verified
     */
    Optional<JWTClaimsSet> claims(String token) throws ParseException, JOSEException {
        JWTClaimsSet claims = verifiedTokens.get(token);
        if (claims != null) {
            return Optional.of(claims);
        }
        SignedJWT signed = SignedJWT.parse(token);
        JWSVerifier verifier = verifiers.get(signed.getHeader().getKeyID());
        if (verifier == null || !isCanonical(token, signed) || !signed.verify(verifier)) {
            return Optional.empty();
        }
        if (verifiedTokens.size() >= VERIFIED_TOKENS_MAX) {
            verifiedTokens.clear();
        }
        verifiedTokens.put(token, signed.getJWTClaimsSet());
        return Optional.of(signed.getJWTClaimsSet());
    }

    /**
     * Whether this is the token's canonical text. The library ignores white space around it, and in the signature invalid characters
     * and unused bits at the end. Everything before the signature is signed as text.
     */
    private static boolean isCanonical(String token, SignedJWT signed) {
        Base64URL signature = signed.getSignature();
        return signed.serialize().equals(token)
                && Base64URL.encode(signature.decode()).equals(signature);
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
