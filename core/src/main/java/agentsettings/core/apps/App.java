package agentsettings.core.apps;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A registered client application. Immutable; its string form omits the hashes of its secrets.
 *
 * @param tenantId the tenant space that it has access to, 12 digits
 * @param secretHash a keyed hash of its secret; the secret itself is not stored; empty if no secret is accepted
 * @param previousSecret the secret before, while it is still accepted; null if there is none
 * @param tokenEpoch increases each time that all tokens issued before are revoked
 * @param version 1 when created, one more with each change
 */
public record App(
        String key,
        String tenantId,
        Edition edition,
        String secretHash,
        PreviousSecret previousSecret,
        boolean enabled,
        long tokenEpoch,
        Instant createdAt,
        long version) {

    /** The longest time for which the previous secret may be accepted. */
    public static final Duration GRACE_MAX = Duration.ofDays(7);

    private static final int KEY_LENGTH_MAX = 64;

    /**
     * A secret that was replaced. Immutable; its string form omits the hash.
     *
     * @param hash a keyed hash of the secret
     * @param until the time from which on it is refused
     */
    public record PreviousSecret(String hash, Instant until) {

        public PreviousSecret {
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(until, "until");
        }

        @Override
        public String toString() {
            return "PreviousSecret[until " + until + "]";
        }
    }

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public App {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        Faults.require("key", keyFault(key));
        Faults.require("tenant", TenantSpace.idFault(tenantId));
    }

    /**
     * A new app, enabled. Its token epoch begins at the time, so that it accepts no token of a deleted app that had the same key.
     */
    public static App create(String key, String tenantId, Edition edition, String secretHash, Instant now) {
        return new App(key, tenantId, edition, secretHash, null, true, now.toEpochMilli(), now, 1);
    }

    /** Why this cannot be an app's key, or empty. */
    public static Optional<String> keyFault(String key) {
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            return Optional.of("must be 1 to " + KEY_LENGTH_MAX + " characters, got " + key.length() + ".");
        }
        return Faults.firstOther(key, c -> c > ' ' && c < 0x7F)
                .map(position -> "must be printable ASCII characters without white space; character " + position
                        + " is not allowed.");
    }

    /** Why the previous secret cannot be accepted for so long after its replacement, or empty. */
    public static Optional<String> graceFault(Duration grace) {
        return grace.isNegative() || grace.compareTo(GRACE_MAX) > 0
                ? Optional.of("must be PT0S to P7D.")
                : Optional.empty();
    }

    /** The hash of the previous secret, if that is still accepted. */
    public Optional<String> previousSecretHash(Instant now) {
        return previousSecret != null && now.isBefore(previousSecret.until())
                ? Optional.of(previousSecret.hash())
                : Optional.empty();
    }

    /** Identifies this version of this app, also among those of the same key that were deleted before. */
    public String tag() {
        return createdAt.toEpochMilli() + "-" + version;
    }

    /** The app with these values, in its next version unless it has them. When it is enabled or disabled its tokens are revoked. */
    public App changedTo(Edition newEdition, boolean nowEnabled) {
        if (newEdition == edition && nowEnabled == enabled) {
            return this;
        }
        long epoch = nowEnabled == enabled ? tokenEpoch : tokenEpoch + 1;
        return new App(
                key, tenantId, newEdition, secretHash, previousSecret, nowEnabled, epoch, createdAt, version + 1);
    }

    /** Its next version, with another secret. Its tokens are revoked, and no other secret is accepted. */
    public App withSecret(String newHash) {
        return new App(key, tenantId, edition, newHash, null, enabled, tokenEpoch + 1, createdAt, version + 1);
    }

    /** Its next version, with another secret. The present one is accepted until the time given, and tokens stay valid. */
    public App withSecret(String newHash, Instant previousUntil) {
        PreviousSecret previous = secretHash.isEmpty() ? null : new PreviousSecret(secretHash, previousUntil);
        return new App(key, tenantId, edition, newHash, previous, enabled, tokenEpoch, createdAt, version + 1);
    }

    /** Returns the caller of this app's requests, whose numbers are checked in this way. */
    public Caller caller(NumberCheck numberCheck) {
        return new Caller(tenantId, new Actor(Actor.Kind.APP, key), numberCheck);
    }

    @Override
    public String toString() {
        return "App[" + key + ", tenant " + tenantId + ", edition " + edition.year() + (enabled ? "]" : ", disabled]");
    }
}
