package agentsettings.server.security;

import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.Directory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Adds a signing key when the newest reaches the end of its life, and removes keys that no valid token needs. Every node does so; two nodes
 * that add a key at the same moment leave one more than needed, which is harmless. Used by one thread.
 */
final class KeyRotation {

    /** The age of a key at which no token signed by an older key is valid, even if clocks differ by minutes. */
    static final Duration PREDECESSORS_EXPIRE_AFTER =
            KeyRing.ACTIVATION_DELAY.plus(Tokens.LIFE_MAX).plus(Duration.ofMinutes(10));

    private static final System.Logger LOG = System.getLogger(KeyRotation.class.getName());
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final Directory directory;
    private final Duration keyLife;
    private final SecureRandom random = new SecureRandom();

    KeyRotation(Directory directory, Duration keyLife) {
        this.directory = directory;
        this.keyLife = keyLife;
    }

    /** Adds and removes keys as due, given the keys newest first. Returns whether the database's keys may have changed. */
    boolean rotate(List<SigningKey> keys, Instant now) {
        boolean added = addIfDue(keys, now);
        return removeIfDue(keys, now) || added;
    }

    private boolean addIfDue(List<SigningKey> keys, Instant now) {
        Instant oldest = now.minus(keyLife);
        if (!keys.isEmpty() && !keys.getFirst().createdAt().isBefore(oldest)) {
            return false;
        }
        SigningKey key = newKey(now);
        if (directory.addSigningKey(key, oldest)) {
            LOG.log(System.Logger.Level.INFO, "Added the signing key " + key.id());
        }
        return true;
    }

    private boolean removeIfDue(List<SigningKey> keys, Instant now) {
        Optional<Instant> successor = keys.stream()
                .map(SigningKey::createdAt)
                .filter(createdAt -> !createdAt.isAfter(now.minus(PREDECESSORS_EXPIRE_AFTER)))
                .findFirst();
        if (successor.isEmpty() || !keys.getLast().createdAt().isBefore(successor.get())) {
            return false;
        }
        directory.removeSigningKeys(successor.get());
        return true;
    }

    private SigningKey newKey(Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(secret);
        random.nextBytes(id);
        return new SigningKey(HexFormat.of().formatHex(id), new SecretKeySpec(secret, "HmacSHA256"), now);
    }
}
