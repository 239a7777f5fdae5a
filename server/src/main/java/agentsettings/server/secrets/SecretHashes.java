package agentsettings.server.secrets;

import agentsettings.core.apps.ManagementKeyText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes app secrets and management keys with a key stored beside the database, never in it: a copy of the database alone verifies no
 * secret. A single fast hash is enough, since secrets are long and random. Safe for use by many threads.
 */
public final class SecretHashes {

    private static final String ALGORITHM = "HmacSHA256";

    /** Can't be a secret, because it has spaces. */
    private static final String FINGERPRINTED = "the fingerprint of this key";

    private static final int FINGERPRINT_LENGTH = 16;

    /** Before a management key, so that its hash is no hash of a secret: no secret has spaces. */
    private static final String MANAGEMENT_KEY = "the management key ";

    /** Before a nonce, so that what is derived from it is the hash of nothing else. */
    private static final String DERIVED = "the secret derived from ";

    private final SecretKeySpec key;

    SecretHashes(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A new secret that only this key and the nonce, which need not be secret, can make again. */
    public String secretOf(String nonce) {
        return hash(DERIVED + nonce);
    }

    public String hash(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    public String hash(ManagementKeyText key) {
        return hash(MANAGEMENT_KEY + key.reveal());
    }

    /** Compares the key's hash with this one in constant time. */
    public boolean matches(ManagementKeyText key, String hash) {
        return matches(MANAGEMENT_KEY + key.reveal(), hash);
    }

    /** Compares the secret's hash with each of these in constant time, whichever is the same. */
    public boolean matches(String secret, String... hashes) {
        byte[] sent = hash(secret).getBytes(StandardCharsets.US_ASCII);
        boolean matches = false;
        for (String hash : hashes) {
            matches |= MessageDigest.isEqual(sent, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return matches;
    }

    /** Identifies the key without disclosing it. */
    String fingerprint() {
        return hash(FINGERPRINTED).substring(0, FINGERPRINT_LENGTH);
    }
}
