package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.RowFault;
import java.util.List;

/** The columns of lists of jobs and of their faults. */
public final class JobColumns {

    public static final List<OutputColumn<JobRecord>> JOB = List.of(
            OutputColumn.of("JOB", "id", JobRecord::id),
            OutputColumn.of("KIND", "kind", JobRecord::kind),
            OutputColumn.of("STATE", "state", job -> job.progress().state()),
            OutputColumn.<JobRecord>of("MODE", "mode", job -> job.options().mode())
                    .unlisted(),
            OutputColumn.<JobRecord>of("FAULTS", "faults", job -> job.options().faults())
                    .unlisted(),
            OutputColumn.<JobRecord>of("DRY RUN", "dryRun", job -> job.options().isDryRun())
                    .unlisted(),
            OutputColumn.<JobRecord>of("UNDOES", "undoes", job -> job.options().undoes())
                    .unlisted(),
            OutputColumn.of("ROWS", "rowsRead", job -> job.progress().rowsRead()),
            OutputColumn.of("APPLIED", "rowsApplied", job -> job.progress().rowsApplied()),
            OutputColumn.of("UNCHANGED", "rowsUnchanged", job -> job.progress().rowsUnchanged()),
            OutputColumn.of("FAULTY", "rowsFaulty", job -> job.progress().rowsFaulty()),
            OutputColumn.of("STARTED BY", "startedBy", job -> job.startedBy().name()),
            OutputColumn.of("CREATED", "createdAt", JobRecord::createdAt),
            OutputColumn.of("STARTED", "startedAt", JobRecord::startedAt).unlisted(),
            OutputColumn.of("ENDED", "endedAt", JobRecord::endedAt).unlisted(),
            OutputColumn.of("BYTES", "bytes", JobRecord::bytes).unlisted(),
            OutputColumn.<JobRecord>of(
                            "BYTES READ", "bytesRead", job -> job.progress().bytesRead())
                    .unlisted(),
            OutputColumn.of("ROWS A SECOND", "rowsPerSecond", JobRecord::rowsPerSecond)
                    .unlisted(),
            OutputColumn.of("SECONDS LEFT", "secondsLeft", JobRecord::secondsLeft)
                    .unlisted(),
            OutputColumn.of("FAILURE", "failure", JobRecord::failure).unlisted());

    public static final List<OutputColumn<RowFault>> FAULT = List.of(
            OutputColumn.of("ROW", "row", RowFault::row),
            OutputColumn.of("COLUMN", "column", RowFault::column),
            OutputColumn.of("CODE", "code", fault -> fault.code().text()),
            OutputColumn.of("DETAIL", "detail", RowFault::detail));

    private JobColumns() {}
}
