package agentsettings.storage.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.storage.changelog.ActorColumns;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A row of {@code job}. Immutable.
 *
 * @param requestKey the idempotency key of the request that made it, null if it has none
 * @param requestDigest null without an idempotency key
 * @param claimedBy the worker that has claimed it last, null if none has
 * @param claimedUntil when the claim ends, as milliseconds since 1970
 */
public record JobRow(Job job, String requestKey, String requestDigest, String claimedBy, Long claimedUntil) {

    public static final Table<JobRow> TABLE = new Table<>(
            "job",
            "tenant_id, job_id",
            List.of(
                    Column.text("tenant_id", row -> row.job.key().tenantId()),
                    Column.text("job_id", row -> row.job.key().id()),
                    Column.text("kind", row -> encode(row.job.kind())),
                    Column.text("options", row -> row.job.options()),
                    Column.text("actor_kind", row -> ActorColumns.kind(row.job.actor())),
                    Column.text("actor", row -> ActorColumns.name(row.job.actor())),
                    Column.text("request_key", JobRow::requestKey),
                    Column.text("request_digest", JobRow::requestDigest),
                    Column.number("input_bytes", row -> row.job.inputBytes()),
                    Column.number("created_at", row -> millis(row.job.createdAt())),
                    Column.number("started_at", row -> millis(row.job.startedAt())),
                    Column.number("ended_at", row -> millis(row.job.endedAt())),
                    Column.text("state", row -> encode(row.job.progress().state())),
                    Column.number("rows_read", row -> row.job.progress().rowsRead()),
                    Column.number("rows_applied", row -> row.job.progress().rowsApplied()),
                    Column.number("rows_unchanged", row -> row.job.progress().rowsUnchanged()),
                    Column.number("rows_faulty", row -> row.job.progress().rowsFaulty()),
                    Column.number("rows_warned", row -> row.job.progress().rowsWarned()),
                    Column.number("bytes_read", row -> row.job.progress().bytesRead()),
                    Column.text("failure", row -> row.job.failure()),
                    Column.text("claimed_by", JobRow::claimedBy),
                    Column.number("claimed_until", JobRow::claimedUntil)));

    /** The columns that {@link #readProgress} reads. */
    static final String PROGRESS =
            "state, rows_read, rows_applied, rows_unchanged, rows_faulty, rows_warned, bytes_read";

    static JobProgress readProgress(ResultSet row, int first) throws SQLException {
        return new JobProgress(
                State.valueOf(row.getString(first).toUpperCase(Locale.ROOT)),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5),
                row.getLong(first + 6));
    }

    /** The row of a new job. */
    static JobRow of(Job job) {
        return new JobRow(job, null, null, null, null);
    }

    /** Reads the columns of {@link #TABLE}. */
    public static JobRow read(ResultSet row) throws SQLException {
        Job job = new Job(
                new JobKey(row.getString(1), row.getString(2)),
                Job.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT).replace(' ', '_')),
                row.getString(4),
                ActorColumns.read(row.getString(5), row.getString(6)),
                row.getLong(9),
                Objects.requireNonNull(instant(row, 10)),
                instant(row, 11),
                instant(row, 12),
                readProgress(row, 13),
                row.getString(20));
        return new JobRow(job, row.getString(7), row.getString(8), row.getString(21), millis(instant(row, 22)));
    }

    /** The number of jobs in each state that has any. */
    static Map<State, Long> countByState(Statements statements) throws SQLException {
        Map<State, Long> counts = new EnumMap<>(State.class);
        statements
                .select(
                        "SELECT state, count(*) FROM job GROUP BY state",
                        row -> Map.entry(State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    static String encode(Job.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String encode(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
