package agentsettings.core.state;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import java.util.List;

/** What a decision stores that is no change of a user's records, and has no row in the change log. Immutable. */
public sealed interface UnloggedChange {

    /** An outcome is remembered under the idempotency key of its request. */
    record Remembered(IdempotencyKey key, RememberedOutcome outcome) implements UnloggedChange {}

    /**
     * An allotted number is added, changed or removed.
     *
     * @param before null if it is added
     * @param after null if it is removed
     */
    record NumberChanged(NumberKey key, AllottedNumber before, AllottedNumber after) implements UnloggedChange {}

    /**
     * A job has come this far.
     *
     * @param faults those to be kept of the rows that were read
     */
    record JobAdvanced(JobKey job, JobProgress progress, List<RowFault> faults) implements UnloggedChange {}
}
