package agentsettings.storage.verify;

import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.progress.WorkProgress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies what a database holds, in one state of it: each row's values, what it belongs to, and that settings and users are what the
 * change log has made them. Reads each table once or twice from beginning to end, and keeps none of its rows. Used by one thread.
 */
public final class Verification {

    private static final int FETCH_SIZE = 4096;

    /** The primary result code by which SQLite reports a damaged file. */
    private static final int SQLITE_CORRUPT = 11;

    private final Connection connection;
    private final Dialect dialect;
    private final Findings findings;
    private final WorkProgress progress;

    /**
     * @param connection in a transaction that sees one state of the database; the owner ends it
     */
    public Verification(Connection connection, Dialect dialect, Findings findings, WorkProgress progress) {
        this.connection = connection;
        this.dialect = dialect;
        this.findings = findings;
        this.progress = progress;
    }

    public void run() throws SQLException {
        LogStarts starts = LogStarts.read(connection);
        List<RowCheck> checks = new ArrayList<>(DirectoryChecks.ALL);
        checks.addAll(new RecordChecks(dialect, starts).all());
        checks.addAll(new ChangeChecks(dialect, starts).all());
        checks.addAll(JobChecks.ALL);
        for (RowCheck check : checks) {
            reportingDamage(check.table(), () -> run(check));
        }
        reportingDamage(ChangeRow.TABLE.name(), () -> checkLogOrder(starts));
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** The rest of a damaged table can't be read; the others can be verified. */
    private void reportingDamage(String table, Step step) throws SQLException {
        try {
            step.run();
        } catch (SQLException failure) {
            if (dialect != Dialect.SQLITE || !isDamage(failure)) {
                throw failure;
            }
            findings.addDamage(table, "the file is damaged; rows can't be read");
        }
    }

    /** Whether SQLite failed because the file is damaged. */
    public static boolean isDamage(SQLException failure) {
        return (failure.getErrorCode() & 0xFF) == SQLITE_CORRUPT;
    }

    private void run(RowCheck check) throws SQLException {
        progress.begin("verifying " + check.table(), rows(check.table()));
        Counter counter = new Counter();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery(check.select())) {
                while (row.next()) {
                    check.check().of(row, findings);
                    counter.add();
                }
            }
        }
        counter.end();
    }

    private long rows(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void checkLogOrder(LogStarts starts) throws SQLException {
        progress.begin("following the change log", rows(ChangeRow.TABLE.name()));
        Counter counter = new Counter();
        LogOrderCheck check = new LogOrderCheck(dialect, starts, recorded(), findings);
        try (Statement numbers = connection.createStatement();
                Statement successors = connection.createStatement()) {
            numbers.setFetchSize(FETCH_SIZE);
            successors.setFetchSize(FETCH_SIZE);
            try (ResultSet number = numbers.executeQuery(LogOrderCheck.numbers(dialect));
                    ResultSet successor = successors.executeQuery(LogOrderCheck.SUCCESSORS)) {
                check.check(number, successor, counter::add);
            }
        }
        counter.end();
    }

    private Map<Integer, Long> recorded() throws SQLException {
        Map<Integer, Long> recorded = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LogOrderCheck.recorded(dialect))) {
            while (row.next()) {
                recorded.put(row.getInt(1), row.getLong(2));
            }
        }
        return recorded;
    }

    /** Reports progress for many rows at a time. */
    private final class Counter {

        private long rows;

        void add() {
            rows++;
            if (rows % FETCH_SIZE == 0) {
                progress.done(FETCH_SIZE);
            }
        }

        void end() {
            progress.done(rows % FETCH_SIZE);
        }
    }
}
