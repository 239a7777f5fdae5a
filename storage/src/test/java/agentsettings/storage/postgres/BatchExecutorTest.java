package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.decisions.Decision;
import agentsettings.storage.Samples;
import agentsettings.storage.postgres.batch.BatchExecutor;
import agentsettings.storage.postgres.batch.BatchExecutor.ConcurrentChangeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that meet an id which is taken. */
class BatchExecutorTest {

    private static final AddUser ADDITION = new AddUser(Samples.CALLER, null, null, Samples.profile("y1"));
    private static final CreateSettings CREATE = new CreateSettings(Samples.CALLER, "7", Samples.VENDORS, null);

    private final AtomicLong lastId = new AtomicLong();
    private Connection connection;

    @BeforeEach
    void addUserSeven() throws SQLException {
        PostgresServer server = EmbeddedServer.newDatabase();
        connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        connection.setAutoCommit(false);
        execute(Samples.user(Samples.CALLER, "7", "7", "y7"), CREATE);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aNewUserGetsAnIdThatIsFree() throws SQLException {
        lastId.set(6);

        assertThat(execute(ADDITION).getFirst().outcome()).isEqualTo(new AddUser.Added("8"));
    }

    @Test
    void aBatchInWhichAnIdIsTakenAndACreateIsRefusedStartsAgain() {
        lastId.set(6);

        assertThatExceptionOfType(ConcurrentChangeException.class).isThrownBy(() -> execute(ADDITION, CREATE));
    }

    private List<Decision<?>> execute(Command<?>... batch) throws SQLException {
        return BatchExecutor.execute(
                connection, List.of(batch), lastId::incrementAndGet, new ChangeNumber(1, 0), Instant.EPOCH);
    }
}
