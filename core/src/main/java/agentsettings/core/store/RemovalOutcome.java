package agentsettings.core.store;

/**
 * The outcome of removing a record of the directory.
 *
 * @param <R> the record
 */
public sealed interface RemovalOutcome<R> {

    /** The record is removed; so it was. */
    record Removed<R>(R last) implements RemovalOutcome<R> {}

    /** There is no such record. */
    record Missing<R>() implements RemovalOutcome<R> {}

    /** The condition does not hold; so the record is. */
    record ConditionFailed<R>(R current) implements RemovalOutcome<R> {}

    /** The record is a tenant space that holds so many of each. */
    record InUse<R>(long apps, long users, long managementKeys, long numbers, long openJobs)
            implements RemovalOutcome<R> {

        /** What it holds, and what to do, for people. */
        public String detail() {
            return "The tenant space is in use. Apps: " + apps + ", users: " + users + ", management keys: "
                    + managementKeys + ", numbers: " + numbers + ", imports and bulk changes under way: " + openJobs
                    + ". Delete or cancel them first.";
        }
    }
}
