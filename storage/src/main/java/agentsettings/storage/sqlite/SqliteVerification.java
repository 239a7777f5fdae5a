package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.file.SqliteFile;
import agentsettings.storage.verify.Findings;
import agentsettings.storage.verify.Verification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Verifies the file and what it holds, in one read transaction, which ends with the connection. Used by one thread. */
public final class SqliteVerification {

    /** Each is a line about a page, a row or an index. */
    private static final int FILE_FINDINGS_MAX = 1000;

    private final Connection connection;
    private final Findings findings;
    private final WorkProgress progress;

    private SqliteVerification(Connection connection, Findings findings, WorkProgress progress) {
        this.connection = connection;
        this.findings = findings;
        this.progress = progress;
    }

    /** Verifies a file that may be in use. */
    static void verify(SqliteFile file, Findings findings, WorkProgress progress) {
        try (Connection connection = file.openForReading()) {
            new SqliteVerification(connection, findings, progress).run();
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't verify " + file.path(), e);
        }
    }

    /** Verifies a file that no process uses, such as a backup, and creates no file beside it. */
    public static void verifyAtRest(SqliteFile file, Findings findings, WorkProgress progress) {
        try (Connection connection = file.openAtRest()) {
            new SqliteVerification(connection, findings, progress).run();
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't verify " + file.path(), e);
        }
    }

    private void run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            checkFile(statement);
        }
        new Verification(connection, Dialect.SQLITE, findings, progress).run();
    }

    private void checkFile(Statement statement) throws SQLException {
        progress.begin("checking the file", WorkProgress.UNKNOWN);
        try (ResultSet row = statement.executeQuery("PRAGMA integrity_check(" + FILE_FINDINGS_MAX + ")")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) {
                    findings.addDamage("file", row.getString(1).replace('\n', ' '));
                }
            }
        } catch (SQLException failure) {
            if (!Verification.isDamage(failure)) {
                throw failure;
            }
            findings.addDamage("file", "it is damaged, and can't be checked to its end");
        }
    }
}
