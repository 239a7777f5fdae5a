package agentsettings.storage.verify;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobProgress;
import agentsettings.storage.jobs.JobFaultRow;
import agentsettings.storage.jobs.JobInputRow;
import agentsettings.storage.jobs.JobRow;
import agentsettings.storage.tables.IdempotencyRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Checks jobs, what belongs to them, and remembered outcomes. Stateless. */
final class JobChecks {

    private static final String JOBS = JobRow.TABLE.name();
    private static final String INPUTS = JobInputRow.TABLE.name();
    private static final String FAULTS = JobFaultRow.TABLE.name();
    private static final String KEYS = IdempotencyRow.TABLE.name();

    private static final String INPUT = """
            SELECT i.tenant_id, i.job_id, j.state, count(*), min(i.part), max(i.part)
            FROM job_input i LEFT JOIN job j ON j.tenant_id = i.tenant_id AND j.job_id = i.job_id
            GROUP BY i.tenant_id, i.job_id, j.state
            """;

    private static final String FAULT = """
            SELECT f.tenant_id, f.job_id, f.row_number, f.fault, j.job_id
            FROM job_fault f LEFT JOIN job j ON j.tenant_id = f.tenant_id AND j.job_id = f.job_id
            """;

    /** A request to the directory, which has no tenant space, may have any text as its outcome; a key that was only claimed has none. */
    private static final String REMEMBERED = "SELECT tenant_id, app_key, " + IdempotencyRow.REMEMBERED_COLUMNS
            + " FROM idempotency_key WHERE tenant_id <> '' AND body_digest <> ''";

    static final List<RowCheck> ALL = List.of(
            new RowCheck(
                    JOBS,
                    "SELECT " + JobRow.TABLE.namesOf("r")
                            + ", o.tenant_id FROM job r LEFT JOIN tenant_space o ON o.tenant_id = r.tenant_id",
                    JobChecks::checkJob),
            new RowCheck(INPUTS, INPUT, JobChecks::checkInput),
            new RowCheck(FAULTS, FAULT, JobChecks::checkFault),
            new RowCheck(KEYS, REMEMBERED, JobChecks::checkRemembered));

    private static void checkJob(ResultSet row, Findings findings) throws SQLException {
        String key = RecordChecks.key(row);
        if (!RowCheck.isReadable(row, JobRow::read)) {
            findings.add(JOBS, key, RowCheck.INVALID);
        } else if (!isConsistent(JobRow.read(row).job())) {
            findings.add(JOBS, key, "its state, times and counts do not fit each other");
        }
        if (row.getString(JobRow.TABLE.columns().size() + 1) == null) {
            findings.add(JOBS, key, "its tenant space does not exist");
        }
    }

    private static boolean isConsistent(Job job) {
        JobProgress progress = job.progress();
        return progress.state().isOver() == (job.endedAt() != null)
                && progress.rowsRead() == progress.rowsApplied() + progress.rowsUnchanged() + progress.rowsFaulty();
    }

    /** While a job is open all parts are there. Those of one that is over are being removed. */
    private static void checkInput(ResultSet row, Findings findings) throws SQLException {
        String state = row.getString(3);
        boolean isOpen = List.of("waiting", "checking", "applying").contains(state == null ? "" : state);
        if (state == null) {
            findings.add(INPUTS, RecordChecks.key(row), "its job does not exist");
        } else if (isOpen && (row.getLong(5) != 0 || row.getLong(6) != row.getLong(4) - 1)) {
            findings.add(INPUTS, RecordChecks.key(row), "a part of the input is missing");
        }
    }

    private static void checkFault(ResultSet row, Findings findings) throws SQLException {
        if (row.getString(5) == null) {
            findings.add(
                    FAULTS,
                    RecordChecks.key(row) + "/" + row.getLong(3) + "/" + row.getLong(4),
                    "its job does not exist");
        }
    }

    /** The idempotency key is not shown, since the secret that its request made can be made from it. */
    private static void checkRemembered(ResultSet row, Findings findings) throws SQLException {
        boolean isCreated = "created".equals(row.getString(4));
        boolean hasId = row.getLong(5) > 0;
        if (!RowCheck.isReadable(row, remembered -> readOutcome(remembered)) || isCreated != hasId) {
            findings.add(KEYS, RecordChecks.key(row) + "/(not shown)", RowCheck.INVALID);
        }
    }

    private static Object readOutcome(ResultSet row) throws SQLException {
        try {
            return IdempotencyRow.readRemembered(row, 3);
        } catch (SQLException unknown) {
            throw new IllegalArgumentException("unknown outcome", unknown);
        }
    }

    private JobChecks() {}
}
