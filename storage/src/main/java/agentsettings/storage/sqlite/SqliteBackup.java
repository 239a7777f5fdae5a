package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * Copies one state of the database page by page, so that its read transaction is as short as it can be: while that lasts, the
 * write-ahead log grows with every write. Used by one thread.
 */
final class SqliteBackup {

    private static final int PAGES_AT_ONCE = 2048;
    private static final int RETRIES = 100;
    private static final int RETRY_MILLIS = 100;

    private final Connection connection;
    private final WorkProgress progress;
    private int done;

    private SqliteBackup(Connection connection, WorkProgress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Copies the database, which may be in use, into an empty file. */
    static void copy(SqliteFile from, Path to, WorkProgress progress) {
        try (Connection connection = from.openForReading()) {
            new SqliteBackup(connection, progress).copyTo(to);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't copy " + from.path() + " to " + to, e);
        }
    }

    /** The open transaction keeps SQLite from beginning anew whenever another connection writes. */
    private void copyTo(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
            DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
            int result = database.backup("main", file.toString(), this::copied, RETRY_MILLIS, RETRIES, PAGES_AT_ONCE);
            if (result != 0) {
                throw new SQLException("SQLite failed to copy the database: result " + result);
            }
            statement.execute("COMMIT");
        }
    }

    private void copied(int remaining, int pages) {
        if (done == 0) {
            progress.begin("copying pages", pages);
        }
        progress.done(pages - remaining - done);
        done = pages - remaining;
    }
}
