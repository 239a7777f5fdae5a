package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.store.Store;
import agentsettings.storage.Samples;
import agentsettings.storage.observation.StorageObserver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A create finds no user, and another node adds the user before the create asks why. The create then succeeds, and its idempotency key
 * remembers that.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserAddedMeanwhileTest {

    private static final String USER = "late";

    private final PostgresServer server = EmbeddedServer.newDatabase();
    private final PostgresEngine engine = PostgresEngine.withLanes(server, 1);
    private final PostgresEngine otherEngine = PostgresEngine.withLanes(server, 1);
    private final Store otherNode = otherEngine.open(InstantSource.system());
    private final AtomicInteger additions = new AtomicInteger();

    @AfterEach
    void close() {
        otherNode.close();
        otherEngine.close();
        engine.close();
    }

    @Test
    void aCreateWhoseUserAppearsAfterItsInsertIsDecidedOnTheUser() {
        try (PostgresWriter writer = writer()) {
            assertThat(create(writer, null)).isInstanceOf(CreateSettings.Created.class);
            assertThat(additions).hasValue(1);

            assertThat(create(writer, null)).isEqualTo(new CreateSettings.AlreadyExists());
        }
    }

    @Test
    void itsIdempotencyKeyRemembersThatItSucceeded() {
        Idempotency key = new Idempotency("key", "digest");
        try (PostgresWriter writer = writer()) {
            Object first = create(writer, key);

            assertThat(first).isInstanceOf(CreateSettings.Created.class);
            assertThat(additions).hasValue(1);
            assertThat(create(writer, key)).isEqualTo(first);
            assertThat(create(writer, null)).isEqualTo(new CreateSettings.AlreadyExists());
        }
    }

    private static Object create(PostgresWriter writer, Idempotency key) {
        return writer.write(List.of(new CreateSettings(Samples.CALLER, USER, Samples.VENDORS, key)))
                .getFirst();
    }

    private PostgresWriter writer() {
        Connections real = ((PostgresDatabase) engine.database()).connections();
        InstantSource clock = InstantSource.system();
        return new PostgresWriter(new Interrupted(real), new NodeLease(clock), clock, StorageObserver.NONE);
    }

    private void addUserOnce() {
        if (additions.compareAndSet(0, 1)) {
            var added = otherNode.write(Samples.user(Samples.CALLER, USER, USER, "y-late"));
            assertThat(added.toCompletableFuture().join()).isInstanceOf(AddUser.Added.class);
        }
    }

    /** Real connections. The user is added just before the first statement that asks for users and their settings. */
    private final class Interrupted implements Connections {

        private final Connections real;

        Interrupted(Connections real) {
            this.real = real;
        }

        @Override
        public Connection open() throws SQLException {
            Connection connection = real.open();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && ((String) arguments[0]).contains("LEFT JOIN agent_settings")) {
                            addUserOnce();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void discard(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
