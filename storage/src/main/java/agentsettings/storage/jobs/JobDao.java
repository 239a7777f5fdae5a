package agentsettings.storage.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.Jobs.Receipt;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.requests.Idempotency;
import agentsettings.storage.changelog.ActorColumns;
import agentsettings.storage.jdbc.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes jobs. Used by one thread, in the transaction of its owner. */
record JobDao(Statements statements) {

    private static final int REMOVED_AT_ONCE = 64;
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
    private Optional<JobRow> ofRequest(Job job, String requestKey) throws SQLException {
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

    /** Adds a part to the input of a job that takes one; false if it does not. */
    boolean addInput(JobInputRow part) throws SQLException {
        return statements.insertIf(
                JobInputRow.TABLE,
                part,
                "EXISTS (SELECT 1 FROM job" + KEY + " AND state IN ('receiving', 'waiting'))",
                part.job().tenantId(),
                part.job().id());
    }

    /** Accepts the job, unless the request has made one before. */
    Receipt receive(Job job, long inputBytes, Optional<Idempotency> request) throws SQLException {
        Optional<JobRow> earlier = request.isEmpty()
                ? Optional.empty()
                : ofRequest(job, request.get().key());
        if (earlier.isPresent()) {
            boolean same = earlier.get().requestDigest().equals(request.get().bodyDigest());
            return same ? new Receipt.Repeated(earlier.get().job().key()) : new Receipt.KeyReused();
        }
        boolean accepted = statements.update(
                "UPDATE job SET state = 'waiting', input_bytes = ?, request_key = ?, request_digest = ?" + KEY
                        + " AND state = 'receiving'",
                inputBytes,
                request.map(Idempotency::key).orElse(null),
                request.map(Idempotency::bodyDigest).orElse(null),
                job.key().tenantId(),
                job.key().id());
        if (!accepted) {
            throw new SQLException("the job that was received is no longer there");
        }
        return new Receipt.Accepted();
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

    boolean fail(JobKey job, JobProgress from, String failure, List<RowFault> faults, Instant now) throws SQLException {
        boolean moved = move(job, from, from.in(JobProgress.State.FAILED), failure, now);
        if (moved) {
            new JobSteps(statements.connection()).add(job, faults);
        }
        return moved;
    }

    boolean collected(JobKey job, long inputBytes, String worker) throws SQLException {
        return statements.update(
                "UPDATE job SET input_bytes = ?" + KEY + " AND state = 'waiting' AND claimed_by = ?",
                inputBytes,
                job.tenantId(),
                job.id(),
                worker);
    }

    /** Removes the first rows of a job from a table, by this column; false if there are none. */
    boolean removeSome(String table, String column, JobKey job) throws SQLException {
        return statements.update(
                "DELETE FROM " + table + KEY + " AND " + column + " IN (SELECT " + column + " FROM " + table + KEY
                        + " ORDER BY " + column + " LIMIT " + REMOVED_AT_ONCE + ")",
                job.tenantId(),
                job.id(),
                job.tenantId(),
                job.id());
    }

    /** Jobs that have been over, or are being received, since before these times. */
    List<JobKey> old(Instant overBefore, Instant receivingBefore) throws SQLException {
        return statements.select(
                "SELECT tenant_id, job_id FROM job WHERE ended_at < ? OR state = 'receiving' AND created_at < ?",
                JobDao::key,
                overBefore.toEpochMilli(),
                receivingBefore.toEpochMilli());
    }

    /** Jobs that are over, and whose input was left because a crash came before its removal. */
    List<JobKey> overWithInput() throws SQLException {
        return statements.select(
                "SELECT tenant_id, job_id FROM job j WHERE ended_at IS NOT NULL AND kind <> '"
                        + JobRow.encode(Job.Kind.CHANGE_SETTINGS) + "' AND EXISTS (SELECT 1 FROM job_input i"
                        + " WHERE i.tenant_id = j.tenant_id AND i.job_id = j.job_id)",
                JobDao::key);
    }

    private static JobKey key(ResultSet row) throws SQLException {
        return new JobKey(row.getString(1), row.getString(2));
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
