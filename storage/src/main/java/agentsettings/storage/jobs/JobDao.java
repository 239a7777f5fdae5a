package agentsettings.storage.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.requests.Idempotency;
import agentsettings.storage.changelog.ActorColumns;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes jobs. Used by one thread, in the transaction of its owner. */
record JobDao(Statements statements) {

    private static final String KEY = " WHERE tenant_id = ? AND job_id = ?";

    private static final String CLAIM = """
            UPDATE job SET claimed_by = ?, claimed_until = ?
            WHERE tenant_id = ? AND job_id = ? AND (claimed_by IS NULL OR claimed_by = ? OR claimed_until <= ?)
            """;

    boolean claim(JobKey job, String worker, Instant now, Instant until) throws SQLException {
        return statements.update(
                CLAIM, worker, until.toEpochMilli(), job.tenantId(), job.id(), worker, now.toEpochMilli());
    }

    boolean release(JobKey job, String worker) throws SQLException {
        return statements.update(
                "UPDATE job SET claimed_by = NULL" + KEY + " AND claimed_by = ?", job.tenantId(), job.id(), worker);
    }

    /** The job that the actor of this one has made under an idempotency key. */
    Optional<JobRow> ofRequest(Job job, String requestKey) throws SQLException {
        return statements
                .select(
                        "SELECT " + JobRow.TABLE.names() + " FROM job"
                                + " WHERE tenant_id = ? AND actor_kind = ? AND actor = ? AND request_key = ?",
                        JobRow::read,
                        job.key().tenantId(),
                        ActorColumns.kind(job.actor()),
                        ActorColumns.name(job.actor()),
                        requestKey)
                .stream()
                .findFirst();
    }

    void receive(JobKey job, long inputBytes, Optional<Idempotency> request) throws SQLException {
        statements.update(
                "UPDATE job SET state = 'waiting', input_bytes = ?, request_key = ?, request_digest = ?" + KEY,
                inputBytes,
                request.map(Idempotency::key).orElse(null),
                request.map(Idempotency::bodyDigest).orElse(null),
                job.tenantId(),
                job.id());
    }

    boolean move(JobKey job, JobProgress from, JobProgress to, String failure, Instant now) throws SQLException {
        String time = to.state().isOver() ? "ended_at" : "started_at";
        boolean moved = statements.update(
                "UPDATE job SET " + time + " = ?, failure = ?" + KEY + " AND state = ? AND rows_read = ?",
                now.toEpochMilli(),
                failure,
                job.tenantId(),
                job.id(),
                JobRow.encode(from.state()),
                from.rowsRead());
        if (moved) {
            new JobSteps(statements.connection()).set(job, to);
        }
        return moved;
    }

    void remove(JobKey job) throws SQLException {
        removeInput(job);
        statements.update("DELETE FROM job_fault" + KEY, job.tenantId(), job.id());
        statements.update("DELETE FROM job" + KEY, job.tenantId(), job.id());
    }

    void removeInput(JobKey job) throws SQLException {
        statements.update("DELETE FROM job_input" + KEY, job.tenantId(), job.id());
    }

    /** Jobs of these kinds, newest first, from behind this id on; ids rise with time. */
    List<JobRow> list(String tenantId, Set<Job.Kind> kinds, String after, int limit) throws SQLException {
        String ofKinds =
                kinds.stream().map(kind -> "'" + JobRow.encode(kind) + "'").collect(Collectors.joining(", "));
        return statements.select(
                "SELECT " + JobRow.TABLE.names() + " FROM job WHERE tenant_id = ? AND kind IN (" + ofKinds
                        + ") AND state <> 'receiving' AND (job_id < ? OR ? = '') ORDER BY job_id DESC LIMIT " + limit,
                JobRow::read,
                tenantId,
                after,
                after);
    }

    /** Faults by row, from behind this one on. */
    List<JobFaultRow> faults(JobKey job, long row, long ordinal, int limit) throws SQLException {
        return statements.select(
                "SELECT " + JobFaultRow.TABLE.names() + " FROM job_fault" + KEY
                        + " AND (row_number > ? OR row_number = ? AND fault > ?) ORDER BY row_number, fault LIMIT "
                        + limit,
                JobFaultRow::read,
                job.tenantId(),
                job.id(),
                row,
                row,
                ordinal);
    }
}
