package agentsettings.client.management.records;

import java.util.Optional;

/**
 * The outcomes of operations on a record. Immutable. Any other response is an exception.
 *
 * @param <T> the record
 */
public sealed interface RecordOutcome<T> {

    /** The outcomes of a get. */
    sealed interface OfGet<T> extends RecordOutcome<T> {}

    /** The outcomes of a get by a client that has a version already. */
    sealed interface OfRefresh<T> extends RecordOutcome<T> {}

    /** The outcomes of a create. */
    sealed interface OfCreate<T> extends RecordOutcome<T> {}

    /** The outcomes of a put. */
    sealed interface OfPut<T> extends RecordOutcome<T> {}

    /** The outcomes of a patch. */
    sealed interface OfPatch<T> extends RecordOutcome<T> {}

    /** The outcomes of a patch of something that must stay unique. */
    sealed interface OfUniquePatch<T> extends RecordOutcome<T> {}

    /** The outcomes of a patch that may take away what others depend on. */
    sealed interface OfUnusedPatch<T> extends RecordOutcome<T> {}

    /** The outcomes of a delete of something that others may depend on. */
    sealed interface OfUnusedDelete<T> extends RecordOutcome<T> {}

    /** The outcomes of a delete of something that nothing depends on. */
    sealed interface OfDelete<T> extends OfUnusedDelete<T> {}

    /** The outcomes of a restore. */
    sealed interface OfRestore<T> extends RecordOutcome<T> {}

    /** The outcomes of the replacement of a secret. */
    sealed interface OfNewSecret<T> extends RecordOutcome<T> {}

    /** The record as it is now. */
    record Found<T>(Versioned<T> now) implements OfGet<T>, OfRefresh<T> {}

    /** The client has the present version. */
    record NotModified<T>() implements OfRefresh<T> {}

    /** The new record. */
    record Created<T>(Versioned<T> now) implements OfCreate<T>, OfPut<T>, OfRestore<T>, OfNewSecret<T> {}

    /** The changed record. */
    record Updated<T>(Versioned<T> now)
            implements OfPut<T>, OfPatch<T>, OfUniquePatch<T>, OfUnusedPatch<T>, OfRestore<T> {}

    /** The record is deleted; of a restore also: there is none, as there was none before. */
    record Deleted<T>() implements OfDelete<T>, OfRestore<T> {}

    /**
     * There is no such record, or what it belongs to does not exist, or the key has no access to it.
     *
     * @param detail which of them, for people
     */
    record NotFound<T>(String detail)
            implements OfGet<T>,
                    OfRefresh<T>,
                    OfPut<T>,
                    OfPatch<T>,
                    OfUniquePatch<T>,
                    OfUnusedPatch<T>,
                    OfDelete<T>,
                    OfRestore<T>,
                    OfNewSecret<T> {}

    /**
     * The condition does not hold, and nothing was changed.
     *
     * @param now the record as it is, empty if there is none
     */
    record VersionChanged<T>(Optional<Versioned<T>> now)
            implements OfPut<T>,
                    OfPatch<T>,
                    OfUniquePatch<T>,
                    OfUnusedPatch<T>,
                    OfDelete<T>,
                    OfRestore<T>,
                    OfNewSecret<T> {}

    /**
     * Another record has a value that must be unique.
     *
     * @param detail which value, for people
     */
    record AlreadyExists<T>(String detail) implements OfCreate<T>, OfUniquePatch<T> {}

    /**
     * Something depends on the record, or on what a patch takes away, and nothing was changed.
     *
     * @param detail what, for people
     */
    record InUse<T>(String detail) implements OfUnusedDelete<T>, OfUnusedPatch<T> {}
}
