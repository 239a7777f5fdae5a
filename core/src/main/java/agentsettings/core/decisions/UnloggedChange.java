package agentsettings.core.decisions;

/** What a decision stores that is no change of a user's records, and has no row in the change log. Immutable. */
public sealed interface UnloggedChange {

    /** An outcome is remembered under the idempotency key of its request. */
    record Remembered(IdempotencyKey key, RememberedOutcome outcome) implements UnloggedChange {}
}
