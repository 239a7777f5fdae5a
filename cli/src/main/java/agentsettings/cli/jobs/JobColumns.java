package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.RowFault;
import java.util.List;
import java.util.stream.Stream;

/** The columns of lists of jobs and of their faults. */
final class JobColumns {

    private static final List<OutputColumn<JobRecord>> BEGINNING = List.of(
            OutputColumn.of("JOB", "id", JobRecord::id),
            OutputColumn.of("KIND", "kind", JobRecord::kind),
            OutputColumn.of("STATE", "state", job -> job.progress().state()));

    private static final List<OutputColumn<JobRecord>> PROGRESS = List.of(
            OutputColumn.of("APPLIED", "rowsApplied", job -> job.progress().rowsApplied()),
            OutputColumn.of("UNCHANGED", "rowsUnchanged", job -> job.progress().rowsUnchanged()),
            OutputColumn.of("FAULTY", "rowsFaulty", job -> job.progress().rowsFaulty()),
            OutputColumn.<JobRecord>of(
                            "WARNED", "rowsWarned", job -> job.progress().rowsWarned())
                    .unlisted(),
            OutputColumn.of("STARTED BY", "startedBy", job -> job.startedBy().name()),
            OutputColumn.of("CREATED", "createdAt", JobRecord::createdAt));

    private static final List<OutputColumn<JobRecord>> TIMES = List.of(
            OutputColumn.of("STARTED", "startedAt", JobRecord::startedAt).unlisted(),
            OutputColumn.of("ENDED", "endedAt", JobRecord::endedAt).unlisted(),
            OutputColumn.of("ROWS A SECOND", "rowsPerSecond", JobRecord::rowsPerSecond)
                    .unlisted(),
            OutputColumn.of("SECONDS LEFT", "secondsLeft", JobRecord::secondsLeft)
                    .unlisted(),
            OutputColumn.of("FAILURE", "failure", JobRecord::failure).unlisted());

    static final List<OutputColumn<JobRecord>> IMPORT = joined(Stream.of(
            BEGINNING,
            List.of(
                    OutputColumn.<JobRecord>of(
                                    "MODE", "mode", job -> job.options().mode())
                            .unlisted(),
                    OutputColumn.<JobRecord>of(
                                    "FAULTS", "faults", job -> job.options().faults())
                            .unlisted(),
                    OutputColumn.<JobRecord>of(
                                    "DRY RUN", "dryRun", job -> job.options().isDryRun())
                            .unlisted(),
                    OutputColumn.of("ROWS", "rowsRead", job -> job.progress().rowsRead())),
            PROGRESS,
            TIMES,
            List.of(
                    OutputColumn.of("BYTES", "bytes", JobRecord::bytes).unlisted(),
                    OutputColumn.<JobRecord>of(
                                    "BYTES READ",
                                    "bytesRead",
                                    job -> job.progress().bytesRead())
                            .unlisted())));

    static final List<OutputColumn<JobRecord>> BULK_CHANGE = joined(Stream.of(
            BEGINNING,
            List.of(OutputColumn.of("USERS", "rowsRead", job -> job.progress().rowsRead())),
            PROGRESS,
            List.of(
                    OutputColumn.of("CHANGES", "patch", BulkChangeText::changes),
                    OutputColumn.of("WHOSE", "filter", BulkChangeText::whose)),
            TIMES));

    private static final OutputColumn<RowFault> ROW = OutputColumn.of("ROW", "row", RowFault::row);
    private static final OutputColumn<RowFault> USER_ID = OutputColumn.of("USER ID", "userId", RowFault::userId);

    private static final List<OutputColumn<RowFault>> FAULT = List.of(
            OutputColumn.of("COLUMN", "column", RowFault::column),
            OutputColumn.of("CODE", "code", fault -> fault.code().text()),
            OutputColumn.of("DETAIL", "detail", RowFault::detail));

    static final List<OutputColumn<RowFault>> FAULT_OF_ROW = joined(Stream.of(List.of(ROW, USER_ID.unlisted()), FAULT));

    /** The number of a user says nothing to people. */
    static final List<OutputColumn<RowFault>> FAULT_OF_USER =
            joined(Stream.of(List.of(ROW.unlisted(), USER_ID), FAULT));

    private static <T> List<OutputColumn<T>> joined(Stream<List<OutputColumn<T>>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    private JobColumns() {}
}
