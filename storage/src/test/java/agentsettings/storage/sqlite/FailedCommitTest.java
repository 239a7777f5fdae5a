package agentsettings.storage.sqlite;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.queue.BatchWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is said about a batch whose commit has failed: what the file says when it is asked, or that nobody knows. */
class FailedCommitTest {

    private enum Fault {
        NONE,
        NOT_WRITTEN,
        /** As if the sync after writing the log failed: the log's index does not know the batch. */
        WRITTEN_BEHIND_THE_END_OF_THE_LOG,
        COMMITTED
    }

    /** The part of the log's index that says where the log ends. */
    private static final int INDEX_HEADER_BYTES = 96;

    @TempDir
    private Path folder;

    private SqliteEngine engine;
    private BatchWriter writer;
    private Connection other;
    private Fault fault = Fault.NONE;
    private int faults;
    private Supplier<SQLException> failure = () -> new SQLException("disk I/O error");
    private int changesAfterCrashAtFault;

    @BeforeEach
    void open() throws Exception {
        engine = new SqliteEngine(folder);
        writer = engine.writer(this::faulty, new SettableClock(Instant.parse("2026-11-23T12:00:00Z")));
        write("first");
        other = engine.file().openForReading(); // so that the log stays when the writer closes its connection
        try (Statement statement = other.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM change_log").close();
        }
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        other.close();
    }

    @Test
    void aBatchThatIsNotInTheFileHasChangedNothing() {
        fail(Fault.NOT_WRITTEN, 1);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> write("second"));
        assertThat(write("second")).isEqualTo(new AddUser.Added("second"));
    }

    @Test
    void aBatchThatIsInTheLogBehindItsEndHasChangedNothingAndCannotComeBack() throws IOException {
        fail(Fault.WRITTEN_BEHIND_THE_END_OF_THE_LOG, 1);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> write("second"));
        assertThat(changesAfterCrashAtFault)
                .as("changes after a crash at the fault")
                .isEqualTo(2);
        assertThat(changesAfterCrash()).as("changes after a crash now").isEqualTo(1);
        assertThat(write("second")).isEqualTo(new AddUser.Added("second"));
    }

    @Test
    void aBatchThatIsInTheFileIsAcknowledged() {
        fail(Fault.COMMITTED, 1);

        assertThat(write("second")).isEqualTo(new AddUser.Added("second"));
        assertThat(write("second")).isEqualTo(new AddUser.AccountTaken());
    }

    @Test
    void whenTheFileCannotBeAskedTheOutcomeIsUnknownAndTheNextBatchIsWritten() {
        fail(Fault.NOT_WRITTEN, 2);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> write("second"));
        assertThat(write("third")).isEqualTo(new AddUser.Added("third"));
        assertThat(engine.changeLog()).hasSize(2);
    }

    @Test
    void aBatchWhoseEndCouldNotBeWrittenHasChangedNothingAlthoughTheFileCannotBeAsked() {
        failure = () -> new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_WRITE);
        fail(Fault.NOT_WRITTEN, 2);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> write("second"));
        faults = 0;
        assertThat(write("second")).isEqualTo(new AddUser.Added("second"));
        assertThat(engine.changeLog()).hasSize(2);
    }

    private Object write(String user) {
        List<Command<?>> batch = List.of(Samples.user(Samples.CALLER, user, user, user));
        return writer.write(batch).getFirst();
    }

    private void fail(Fault kind, int commits) {
        fault = kind;
        faults = commits;
    }

    private Connection faulty(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(real, method, arguments);
            return method.getName().equals("createStatement") ? faulty((Statement) result) : result;
        });
    }

    private Statement faulty(Statement real) {
        return proxy(Statement.class, (method, arguments) -> {
            boolean fails = faults > 0 && method.getName().equals("execute") && arguments[0].equals("COMMIT");
            if (fails) {
                faults--;
                commit(() -> call(real, method, arguments));
                throw failure.get();
            }
            return call(real, method, arguments);
        });
    }

    private void commit(Commit real) throws Throwable {
        switch (fault) {
            case COMMITTED -> real.run();
            case WRITTEN_BEHIND_THE_END_OF_THE_LOG -> {
                ByteBuffer header = ByteBuffer.allocate(INDEX_HEADER_BYTES);
                Path file = engine.file().path();
                Path indexFile = file.resolveSibling(file.getFileName() + "-shm");
                try (FileChannel index = FileChannel.open(indexFile, READ, WRITE)) {
                    index.read(header, 0);
                    real.run();
                    index.write(header.flip(), 0);
                }
                changesAfterCrashAtFault = changesAfterCrash();
            }
            case NONE, NOT_WRITTEN -> {}
        }
    }

    /** How many changes there are when SQLite recovers the file and the log as they are now. */
    private int changesAfterCrash() throws IOException {
        SqliteEngine copy = new SqliteEngine(Files.createTempDirectory(folder, "crash"));
        Files.copy(engine.file().path(), copy.file().path(), REPLACE_EXISTING);
        Files.copy(engine.file().log(), copy.file().log());
        return copy.changeLog().size();
    }

    private interface Commit {
        void run() throws Throwable;
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FailedCommitTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.of(method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
