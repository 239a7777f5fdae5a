package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool of readers of the file, as many as there are threads reading at once. Readers that map the file are the cheapest while
 * nothing is written and the most expensive while something is, so there are both kinds. Safe for use by many threads.
 */
final class SqliteReaders implements AutoCloseable {

    private final SqliteFile file;
    private final AtomicBoolean atRest;
    private final Queue<SqliteReader> idleMapped = new ConcurrentLinkedQueue<>();
    private final Queue<SqliteReader> idleUnmapped = new ConcurrentLinkedQueue<>();

    /**
     * Opens no reader yet.
     *
     * @param atRest whether nothing is written and the write-ahead log is empty; may lag behind
     */
    SqliteReaders(SqliteFile file, AtomicBoolean atRest) {
        this.file = file;
        this.atRest = atRest;
    }

    /** Executes the queries in one read transaction. */
    List<FindSettings.Outcome> find(List<FindSettings> queries) throws SQLException {
        boolean mapped = atRest.get();
        Queue<SqliteReader> idle = mapped ? idleMapped : idleUnmapped;
        SqliteReader reader = idle.poll();
        if (reader == null) {
            reader = SqliteReader.over(mapped ? file.openMapped() : file.openForReading());
        }
        try {
            List<FindSettings.Outcome> outcomes = reader.find(queries);
            idle.add(reader);
            return outcomes;
        } catch (Throwable failure) {
            reader.close();
            throw failure;
        }
    }

    /** Closes the idle readers. */
    @Override
    public void close() throws SQLException {
        close(idleMapped);
        close(idleUnmapped);
    }

    private static void close(Queue<SqliteReader> idle) throws SQLException {
        for (SqliteReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
