package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/**
 * Allots a number to the caller's tenant space, changes it or takes it back, if the number meets a condition.
 *
 * @param idempotency null if the caller sent no key
 */
public record EditNumber(Caller caller, PhoneNumber number, Edit edit, Condition condition, Idempotency idempotency)
        implements Command<EditNumber.Outcome> {

    /** The command of a caller that sent no idempotency key. */
    public EditNumber(Caller caller, PhoneNumber number, Edit edit, Condition condition) {
        this(caller, number, edit, condition, null);
    }

    /** What the sender knows of the uses of what it takes back: a write cannot look through all settings. */
    public enum Uses {
        /** There may be some. Nothing is taken back. */
        UNKNOWN,
        /** There were none after it was withdrawn. It is taken back if it still is withdrawn; the condition must be that version. */
        NONE,
        /** They do not matter. */
        KEPT
    }

    /** What to do. */
    public sealed interface Edit {}

    /** Allots a number that is not allotted. */
    public record Create(Set<NumberKind> kinds, String description) implements Edit {}

    /** Allots the number, or replaces what is known of it. */
    public record Put(Set<NumberKind> kinds, String description, Uses uses) implements Edit {}

    /** Changes some of what is known of the number. */
    public record Patch(NumberPatch patch, Uses uses) implements Edit {}

    /** Allots the number with the values that the patch assigns, or changes some of what is known of it. */
    public record Upsert(NumberPatch patch, Uses uses) implements Edit {}

    /** Withdraws these kinds and no others: new settings may not use the number so. */
    public record Withdraw(Set<NumberKind> kinds) implements Edit {}

    /** Removes the number. */
    public record Remove(Uses uses) implements Edit {}

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The number is stored; it was not allotted before. Of all outcomes, an idempotency key remembers this one. */
    public record Created(AllottedNumber number) implements Outcome {}

    /** The same request has stored the number before. */
    public record CreatedBefore() implements Outcome {}

    /** The number is stored. If it was the same before, nothing was changed, not even the version. */
    public record Updated(AllottedNumber number) implements Outcome {}

    /** The number is removed. */
    public record Removed() implements Outcome {}

    /** The number is allotted already. */
    public record AlreadyExists() implements Outcome {}

    /** The number is not allotted to the tenant space. */
    public record UnknownNumber() implements Outcome {}

    /** The number is not allotted, and one that is must have kinds. */
    public record KindsMissing() implements Outcome {}

    /** The edit would take back these kinds, and there may be uses; see {@link Uses}. */
    public record StillAllotted(AllottedNumber current, Set<NumberKind> kinds) implements Outcome {}

    /** The condition does not hold. */
    public record ConditionFailed(Optional<AllottedNumber> current) implements Outcome {}

    /** The idempotency key was used for a request with another body. */
    public record IdempotencyKeyReused() implements Outcome {}

    /** It is about no user. */
    @Override
    public String userId() {
        return null;
    }

    /** The number that it is about. */
    public NumberKey key() {
        return new NumberKey(caller.tenantId(), number);
    }
}
