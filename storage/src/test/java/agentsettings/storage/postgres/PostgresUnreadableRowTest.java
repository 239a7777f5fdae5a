package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.Samples;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.queue.GroupCommit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A row that can't be read fails the requests that are about it, and none that are executed together with them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresUnreadableRowTest {

    private static final int USERS = 60;
    private static final int ROUNDS = 10;
    private static final String SPOILT = "u7";

    private final PostgresEngine engine = PostgresEngine.withLanes(1);
    private final Store store = engine.open(InstantSource.system());
    private final Map<String, Long> ids = new HashMap<>();

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged(ReadFailureLog.class, GroupCommit.class);
    }

    @BeforeEach
    void createSettings() {
        for (int i = 0; i < USERS; i++) {
            String user = "u" + i;
            store.write(Samples.user(caller(i), user, user, "y" + i))
                    .toCompletableFuture()
                    .join();
            var outcome = store.write(new CreateSettings(caller(i), user, Samples.VENDORS, null));
            ids.put(
                    user,
                    ((CreateSettings.Created) outcome.toCompletableFuture().join()).id());
        }
    }

    @AfterEach
    void close() {
        store.close();
        engine.close();
    }

    @Test
    void aRowWithAnUnknownValueFailsItsOwnQueriesAlone() throws SQLException {
        execute("UPDATE agent_settings SET call_type = '7' WHERE user_id = '" + SPOILT + "'");
        for (int round = 0; round < ROUNDS; round++) {
            requireThatOnlyTheSpoiltFails((caller, user) -> store.find(new FindSettings(caller.tenantId(), user)));
        }
    }

    @Test
    void aRowWithAnUnknownValueFailsItsOwnWritesAlone() throws SQLException {
        execute("UPDATE agent_settings SET call_type = '7' WHERE user_id = '" + SPOILT + "'");

        requireThatOnlyTheSpoiltFails(
                (caller, user) -> store.write(new UpdateSettings(caller, ids.get(user), user, Samples.EMPTY)));
        requireThatOnlyTheSpoiltFails((caller, user) -> store.write(new DeleteSettings(caller, user)));
    }

    private void requireThatOnlyTheSpoiltFails(BiFunction<Caller, String, CompletionStage<?>> request) {
        Map<String, CompletableFuture<?>> outcomes = new HashMap<>();
        for (int i = 0; i < USERS; i++) {
            outcomes.put("u" + i, request.apply(caller(i), "u" + i).toCompletableFuture());
        }
        outcomes.forEach((user, outcome) -> {
            Throwable failure = outcome.handle((value, thrown) -> thrown).join();
            if (user.equals(SPOILT)) {
                assertThat(failure).isInstanceOf(StoreUnavailable.class);
            } else {
                assertThat(failure).as(user).isNull();
            }
        });
    }

    private static Caller caller(int user) {
        return List.of(Samples.CALLER, Samples.OTHER_TENANT).get(user % 2);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        ((PostgresDatabase) engine.database()).connections().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
