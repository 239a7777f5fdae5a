package agentsettings.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Reads of this process, each of which begins before another has ended, and goes on for longer than writers wait for reads. */
final class LongReads implements AutoCloseable {

    private static final Duration READ = Duration.ofMillis(600);

    private final SqliteRecordReads reads;
    private final CompletableFuture<Void> one;
    private final CompletableFuture<Void> other;
    private volatile boolean closed;

    private LongReads(SqliteRecordReads reads) {
        this.reads = reads;
        this.one = run(Duration.ZERO);
        this.other = run(READ.dividedBy(2));
    }

    static LongReads start(SqliteRecordReads reads) {
        return new LongReads(reads);
    }

    private CompletableFuture<Void> run(Duration delay) {
        return CompletableFuture.runAsync(
                () -> readAfter(delay),
                task -> Thread.ofPlatform().name("long reads").start(task));
    }

    private void readAfter(Duration delay) {
        try {
            Thread.sleep(delay);
            while (!closed) {
                reads.readSnapshot(LongReads::read);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM tenant_space");
            Thread.sleep(READ);
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        one.join();
        other.join();
    }
}
