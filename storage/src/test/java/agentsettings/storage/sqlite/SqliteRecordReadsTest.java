package agentsettings.storage.sqlite;

import agentsettings.storage.RecordReadsContract;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.records.RecordReads;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

/** Reads of records on SQLite. */
class SqliteRecordReadsTest extends RecordReadsContract {

    @TempDir
    private Path folder;

    private SqliteEngine engine;

    @Override
    protected RecordReads open() throws IOException {
        engine = new SqliteEngine(folder);
        return new SqliteRecordReads(new SharedFile(engine.file()));
    }

    @Override
    protected Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    protected int max() {
        return SqliteRecordReads.READERS;
    }

    /** Readers wait for writers only if one wants the file for itself. */
    @Override
    protected Connection lock() throws SQLException {
        Connection connection = engine.file().openForWriting();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA user_version = 1");
        }
        return connection;
    }

    @Override
    protected void write(String sql) {
        engine.execute(sql);
    }
}
