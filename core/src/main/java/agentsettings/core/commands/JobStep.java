package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import java.util.List;

/**
 * Applies some rows of a job and stores the job's progress, in one transaction: each row is applied exactly once, whatever crashes and
 * whoever else works on the job. In the state {@link JobProgress.State#CHECKING} it only finds out what would become of the rows.
 *
 * @param from the progress before the step
 * @param rows the next rows, each about another record
 * @param bytesRead of the job's input after these rows
 */
public record JobStep(Caller caller, JobKey job, JobProgress from, List<Row> rows, long bytesRead)
        implements Command<JobStep.Outcome> {

    public JobStep {
        rows = List.copyOf(rows);
        if (rows.stream().anyMatch(row -> row instanceof Row.Change change && change.command instanceof JobStep)) {
            throw new IllegalArgumentException("a step is no row");
        }
    }

    /** A row of the input. */
    public sealed interface Row {

        /** Its number, as in {@link RowFault#row}. */
        long number();

        /** A row that asks for a change. */
        record Change(long number, Command<?> command) implements Row {}

        /** A row that asks for what is so already. */
        record Unchanged(long number) implements Row {}

        /**
         * A row that cannot be applied.
         *
         * @param faults at least one
         */
        record Faulty(long number, List<RowFault> faults) implements Row {}
    }

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The rows are applied, as far as they could be, and the progress is stored. */
    public record Advanced(JobProgress progress) implements Outcome {}

    /** The job is not where the step begins: it was cancelled, or somebody else has advanced it. Nothing was changed. */
    public record ProgressChanged() implements Outcome {}

    /** A step is about no single user. */
    @Override
    public String userId() {
        return null;
    }
}
