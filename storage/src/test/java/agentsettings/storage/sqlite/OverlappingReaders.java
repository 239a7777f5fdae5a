package agentsettings.storage.sqlite;

import agentsettings.storage.sqlite.file.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Two connections that read by turns, each until the other has begun to, so that the log is always read. Runs on a thread of its own. */
final class OverlappingReaders implements AutoCloseable {

    private static final Duration READ = Duration.ofMillis(20);

    private final SqliteFile file;
    private final CompletableFuture<Void> done;
    private volatile boolean closed;

    private OverlappingReaders(SqliteFile file) {
        this.file = file;
        this.done = CompletableFuture.runAsync(
                this::read,
                task -> Thread.ofPlatform().name("overlapping readers").start(task));
    }

    static OverlappingReaders start(SqliteFile file) {
        return new OverlappingReaders(file);
    }

    private void read() {
        try (Connection one = file.openForReading();
                Connection other = file.openForReading()) {
            begin(one);
            while (!closed) {
                Thread.sleep(READ);
                begin(other);
                execute(one, "COMMIT");
                Thread.sleep(READ);
                begin(one);
                execute(other, "COMMIT");
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN");
        execute(connection, "SELECT count(*) FROM tenant_space");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        closed = true;
        done.join();
    }
}
