package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * As many readers of the file as there are threads reading at once. Those that map it are the cheapest while it is at rest, and the
 * dearest while it is written to, when others take their place. Safe for use by many threads.
 */
final class SqliteReaders implements AutoCloseable {

    private final SqliteFile file;
    private final AtomicBoolean atRest;
    private final Queue<SqliteReader> idleMapped = new ConcurrentLinkedQueue<>();
    private final Queue<SqliteReader> idleUnmapped = new ConcurrentLinkedQueue<>();

    /**
     * Opens none yet.
     *
     * @param atRest whether the file is; what it says may be late
     */
    SqliteReaders(SqliteFile file, AtomicBoolean atRest) {
        this.file = file;
        this.atRest = atRest;
    }

    /** The answers to the questions, all as the file is at one moment. */
    List<FindSettings.Outcome> find(List<FindSettings> questions) throws SQLException {
        boolean mapped = atRest.get();
        Queue<SqliteReader> idle = mapped ? idleMapped : idleUnmapped;
        SqliteReader reader = idle.poll();
        if (reader == null) {
            reader = SqliteReader.over(mapped ? file.openMapped() : file.openForReading());
        }
        try {
            List<FindSettings.Outcome> outcomes = reader.find(questions);
            idle.add(reader);
            return outcomes;
        } catch (SQLException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Closes those that are idle. */
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
