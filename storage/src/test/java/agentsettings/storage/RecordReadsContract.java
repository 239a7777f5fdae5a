package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.queries.UserFilter;
import agentsettings.core.store.Records;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.records.RecordReads;
import agentsettings.storage.records.StoredRecords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Few reads run at a time, the others wait for a while, and a database that is locked does not hold them up for long. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class RecordReadsContract {

    private static final UserFilter ALL = new UserFilter("1", Optional.empty(), Optional.empty(), Optional.empty());

    private RecordReads reads;
    private Records records;

    /** Reads of a migrated database. */
    protected abstract RecordReads open() throws Exception;

    protected abstract Dialect dialect();

    /** The number of reads that may run at a time. */
    protected abstract int max();

    /** A connection that keeps others from reading users until it is closed. */
    protected abstract Connection lock() throws SQLException;

    @BeforeEach
    void openReads() throws Exception {
        reads = open();
        records = new StoredRecords(reads, dialect(), InstantSource.system());
    }

    @AfterEach
    void closeReads() {
        records.close();
    }

    @Test
    void oneReadMoreThanMayRunWaitsAndIsRejectedInTheEnd() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Integer>> running = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(max());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < max(); i++) {
                running.add(CompletableFuture.supplyAsync(() -> readUntil(started, end), threads));
            }
            started.await();

            assertThatThrownBy(() -> records.users(ALL, "", 1)).isInstanceOf(StoreOverloaded.class);
            end.countDown();
            assertThat(running).allSatisfy(read -> assertThat(read.join()).isEqualTo(1));
            assertThat(records.users(ALL, "", 1).items()).isEmpty();
        }
    }

    @Test
    void aReadThatFailsLeavesRoomForOthers() {
        for (int i = 0; i < 3 * max(); i++) {
            assertThatThrownBy(() -> reads.readSnapshot(connection -> {
                        one(connection);
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reads.read(connection -> connection
                            .prepareStatement("SELECT nothing FROM nowhere")
                            .executeQuery()))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(records.users(ALL, "", 1).items()).isEmpty();
    }

    @Test
    void aReadOfALockedDatabaseFailsAfterAWhile() throws SQLException {
        try (Connection lock = lock()) {
            assertThat(lock.isClosed()).isFalse();
            assertThatThrownBy(() -> records.users(ALL, "", 1)).isInstanceOf(StoreUnavailable.class);
        }
        assertThat(records.users(ALL, "", 1).items()).isEmpty();
    }

    @Test
    void aSnapshotStaysAsItIsWhileOthersWrite() throws SQLException {
        List<Integer> seen = reads.readSnapshot(connection -> {
            List<Integer> counts = new ArrayList<>();
            counts.add(number(connection, "SELECT count(*) FROM database_fact"));
            write("INSERT INTO database_fact (name, value) VALUES ('one', '')");
            counts.add(number(connection, "SELECT count(*) FROM database_fact"));
            return counts;
        });

        assertThat(seen).containsExactly(0, 0);
        assertThat(reads.<Integer>read(connection -> number(connection, "SELECT count(*) FROM database_fact")))
                .isEqualTo(1);
    }

    @Test
    void nothingCanBeWrittenOverTheConnections() {
        assertThatThrownBy(() -> reads.read(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("DELETE FROM database_fact");
                    }
                }))
                .isInstanceOf(SQLException.class);
    }

    /** Writes by another connection. */
    protected abstract void write(String sql);

    private int readUntil(CountDownLatch started, CountDownLatch end) {
        try {
            return reads.read(connection -> {
                started.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return one(connection);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int one(Connection connection) throws SQLException {
        return number(connection, "SELECT 1");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
