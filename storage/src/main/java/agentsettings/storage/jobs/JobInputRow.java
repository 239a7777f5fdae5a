package agentsettings.storage.jobs;

import agentsettings.core.jobs.JobKey;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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

    /** The part of this number, if there is one. */
    static Optional<byte[]> find(Statements statements, JobKey job, int number) throws SQLException {
        return statements
                .select(
                        "SELECT bytes FROM job_input WHERE tenant_id = ? AND job_id = ? AND part = ?",
                        row -> row.getBytes(1),
                        job.tenantId(),
                        job.id(),
                        number)
                .stream()
                .findFirst();
    }
}
