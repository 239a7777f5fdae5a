package agentsettings.storage.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs work on one connection, wholly and durably or not at all. Owns the connection; used by one thread. */
final class Transactions implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    Transactions(Connection connection) throws SQLException {
        this.connection = connection;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the work under the file's write lock; on return it is on disk, on an exception nothing of it is there. */
    <T> T run(Work<T> work) throws SQLException {
        begin.execute();
        try {
            T result = work.run();
            commit.execute();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /** SQLite rolls back by itself after some faults, a full disk for one, and then refuses to do so again. */
    private void rollBack(Exception failure) {
        try {
            rollback.execute();
        } catch (SQLException alreadyRolledBack) {
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
