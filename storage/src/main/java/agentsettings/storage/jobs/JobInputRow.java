package agentsettings.storage.jobs;

import agentsettings.core.jobs.JobKey;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.util.List;

/** A row of {@code job_input}: a part of what a job reads. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares parts
public record JobInputRow(JobKey job, long number, byte[] bytes) {

    public static final Table<JobInputRow> TABLE = new Table<>(
            "job_input",
            "tenant_id, job_id, part",
            List.of(
                    Column.text("tenant_id", row -> row.job.tenantId()),
                    Column.text("job_id", row -> row.job.id()),
                    Column.number("part", JobInputRow::number),
                    Column.bytes("bytes", JobInputRow::bytes)));
}
