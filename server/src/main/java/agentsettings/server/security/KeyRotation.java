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
 * Adds a signing key when the newest has reached its life, and removes those that no token needs any more. Every node does so; two that
 * add at the very same moment leave a key too many, which does no harm. Used by one thread.
 */
final class KeyRotation {

    /** So long after a key was made, no token signed by those before it can still be good, even if clocks differ by minutes. */
    static final Duration OUTLIVED_AFTER =
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

    /** Does what these keys, newest first, need at this time; tells whether the database may now have others. */
    boolean rotate(List<SigningKey> keys, Instant now) {
        boolean adds = addsTo(keys, now);
        return removesFrom(keys, now) || adds;
    }

    private boolean addsTo(List<SigningKey> keys, Instant now) {
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

    private boolean removesFrom(List<SigningKey> keys, Instant now) {
        Optional<Instant> successor = keys.stream()
                .map(SigningKey::createdAt)
                .filter(createdAt -> !createdAt.isAfter(now.minus(OUTLIVED_AFTER)))
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
