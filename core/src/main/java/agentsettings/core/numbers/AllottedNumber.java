package agentsettings.core.numbers;

import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A number that a tenant space may use. Immutable.
 *
 * @param kinds what it is allotted for; at least one
 * @param withdrawn those of the kinds that are being taken back: no new settings may use it so
 * @param description for people; may be empty
 * @param version 1 when created, one more with each change
 */
public record AllottedNumber(
        PhoneNumber number,
        Set<NumberKind> kinds,
        Set<NumberKind> withdrawn,
        String description,
        Instant createdAt,
        long version) {

    /** Throws an IllegalArgumentException if the kinds are none, or lack one that is withdrawn, or if there is no number. */
    public AllottedNumber {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(createdAt, "createdAt");
        kinds = NumberKind.setOf(kinds);
        withdrawn = NumberKind.setOf(withdrawn);
        if (number.isNone() || kinds.isEmpty() || !kinds.containsAll(withdrawn)) {
            throw new IllegalArgumentException("not an allotted number");
        }
    }

    /** A new one. */
    public static AllottedNumber create(PhoneNumber number, Set<NumberKind> kinds, String description, Instant now) {
        return new AllottedNumber(number, kinds, Set.of(), description, now, 1);
    }

    /** Whether settings may begin to use it as this kind. */
    public boolean permits(NumberKind kind) {
        return kinds.contains(kind) && !withdrawn.contains(kind);
    }

    /** Identifies this version of this number, also among those of the same digits that were removed before. */
    public String tag() {
        return createdAt.toEpochMilli() + "-" + version;
    }

    /** The number with these values, in its next version unless it has them. */
    public AllottedNumber changedTo(Set<NumberKind> newKinds, Set<NumberKind> nowWithdrawn, String newDescription) {
        boolean same = newKinds.equals(kinds) && nowWithdrawn.equals(withdrawn) && newDescription.equals(description);
        return same ? this : new AllottedNumber(number, newKinds, nowWithdrawn, newDescription, createdAt, version + 1);
    }
}
