package agentsettings.core.jobs;

/**
 * How far a job has come. The rows that were read are those applied, those that left their record as it was, and those that are faulty.
 * Immutable.
 *
 * @param rowsWarned those of the applied rows that set numbers which are not allotted, if that is to be warned of
 * @param bytesRead of the job's input, approximately
 */
public record JobProgress(
        State state,
        long rowsRead,
        long rowsApplied,
        long rowsUnchanged,
        long rowsFaulty,
        long rowsWarned,
        long bytesRead) {

    /** The number of faulty rows whose faults a job keeps; it counts them all. */
    public static final int FAULTS_KEPT_MAX = 100_000;

    /** The number of faults of a row that are kept. */
    public static final int FAULTS_OF_ROW_MAX = 20;

    public static final JobProgress NONE = new JobProgress(State.WAITING, 0, 0, 0, 0, 0, 0);

    /** The states of a job. */
    public enum State {
        /** Its input is still being stored. */
        RECEIVING,
        /** It waits for another job to end. */
        WAITING,
        /** Its rows are checked, and none is applied. */
        CHECKING,
        /** Its rows are applied. */
        APPLYING,
        /** All its rows were read. */
        DONE,
        /** It ended early, because of a fault or a failure. */
        FAILED,
        /** It was cancelled. What was applied stays. */
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** The beginning of another state, with nothing read. */
    public static JobProgress begin(State state) {
        return new JobProgress(state, 0, 0, 0, 0, 0, 0);
    }

    /** The same progress in another state. */
    public JobProgress in(State next) {
        return new JobProgress(next, rowsRead, rowsApplied, rowsUnchanged, rowsFaulty, rowsWarned, bytesRead);
    }

    /** The progress after more rows. */
    public JobProgress plus(long applied, long unchanged, long faulty, long warned, long bytes) {
        return new JobProgress(
                state,
                rowsRead + applied + unchanged + faulty,
                rowsApplied + applied,
                rowsUnchanged + unchanged,
                rowsFaulty + faulty,
                rowsWarned + warned,
                bytes);
    }
}
