package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.records.ReadLimit;
import agentsettings.storage.records.RecordReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads records of the SQLite file over read-only connections. Reads run on a few threads of their own: a call of SQLite does not let
 * go of its thread, and a virtual thread that made it would hold up others. Safe for use by many threads.
 */
final class SqliteRecordReads implements RecordReads {

    /** Two leave the event loops their share of a small machine. */
    static final int READERS = 2;

    static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final SharedFile shared;
    private final ReadLimit limit = new ReadLimit(READERS, WAIT_MAX);
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().name("records-", 0).daemon().factory());

    /** Opens no connection yet. */
    SqliteRecordReads(SharedFile shared) {
        this.shared = shared;
    }

    @Override
    public <T> T read(Read<T> read) throws SQLException {
        shared.requireSameFiles();
        limit.acquire();
        CompletableFuture<T> result;
        try {
            result = CompletableFuture.supplyAsync(() -> readAndRelease(read), threads);
        } catch (RejectedExecutionException closed) {
            limit.release();
            throw new StoreOverloaded("The database is being closed");
        }
        return resultOf(result);
    }

    @Override
    public <T> T readSnapshot(Read<T> read) throws SQLException {
        return read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
                T result = read.from(connection);
                statement.execute("COMMIT");
                return result;
            }
        });
    }

    private <T> T readAndRelease(Read<T> read) {
        try {
            Connection connection = idle.poll();
            if (connection == null) {
                connection = shared.file().openForScans(WAIT_MAX);
            }
            shared.longRead().lock();
            try {
                return readAndKeep(connection, read);
            } finally {
                shared.longRead().unlock();
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        } finally {
            limit.release();
        }
    }

    /** After a failure the connection may have a transaction open, so it is closed. */
    private <T> T readAndKeep(Connection connection, Read<T> read) throws SQLException {
        T result;
        try {
            result = read.from(connection);
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
        idle.add(connection);
        return result;
    }

    private static <T> T resultOf(CompletableFuture<T> read) throws SQLException {
        try {
            return read.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case UncheckedSqlException e -> throw e.getCause();
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("The read was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.close();
        try {
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }
}
