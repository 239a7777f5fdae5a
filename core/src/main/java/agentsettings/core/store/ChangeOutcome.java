package agentsettings.core.store;

/**
 * The outcome of changing a record of the directory.
 *
 * @param <R> the record
 */
public sealed interface ChangeOutcome<R> {

    /** The change is stored; so the record is now. */
    record Changed<R>(R current) implements ChangeOutcome<R> {}

    /** There is no such record. */
    record Missing<R>() implements ChangeOutcome<R> {}

    /** The condition does not hold; so the record is. */
    record ConditionFailed<R>(R current) implements ChangeOutcome<R> {}
}
