package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Store;
import agentsettings.storage.Engine;
import agentsettings.storage.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes with two lanes each get the same keys, accounts, ids and users in opposite orders, and never deadlock. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockOrderTest {

    private static final int ROUNDS = 12;
    private static final int NAMES = 100;

    private final PostgresServer server = EmbeddedServer.newDatabase();
    private final Engine one = PostgresEngine.withLanes(server, 2);
    private final Engine other = PostgresEngine.withLanes(server, 2);
    private final Store first = one.open(InstantSource.system());
    private final Store second = other.open(InstantSource.system());

    /** The commands of a round. */
    private interface Commands {
        Command<?> of(int round, int name);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        one.close();
        other.close();
    }

    @Test
    void idempotencyKeysInOppositeOrdersNeverDeadlock() throws SQLException {
        play((round, name) -> new CreateSettings(
                Samples.CALLER, "u" + name, Samples.VENDORS, new Idempotency("key-" + round + "-" + name, "digest")));
    }

    @Test
    void accountsAndIdsInOppositeOrdersNeverDeadlock() throws SQLException {
        play((round, name) -> Samples.user(
                Samples.CALLER,
                round + "-" + name,
                "s" + round + "-" + (NAMES - name),
                "y" + name * 7 % NAMES + "-" + round));
    }

    @Test
    void settingsInOppositeOrdersNeverDeadlock() throws SQLException {
        for (int name = 0; name < NAMES; name++) {
            first.write(Samples.user(Samples.CALLER, "u" + name, "s" + name, "y" + name))
                    .toCompletableFuture()
                    .join();
        }
        play((round, name) -> round % 2 == 0
                ? new CreateSettings(Samples.CALLER, "u" + name, Samples.VENDORS, null)
                : new DeleteSettings(Samples.CALLER, "u" + name));
    }

    @Test
    void numbersThatAreEditedAndCheckedInOppositeOrdersNeverDeadlock() throws SQLException {
        Caller enforcing = Samples.CALLER.with(NumberCheck.ENFORCE);
        for (int name = 0; name < NAMES; name++) {
            first.write(Samples.user(Samples.CALLER, "u" + name, "s" + name, "y" + name))
                    .toCompletableFuture()
                    .join();
        }
        play((round, name) -> (round + name) % 3 == 0
                ? new EditNumber(
                        enforcing,
                        new PhoneNumber("" + name),
                        new EditNumber.Put(Set.of(NumberKind.DISPLAY), "round " + round, EditNumber.Uses.KEPT),
                        Condition.NONE)
                : new EditSettings(
                        enforcing,
                        "u" + name,
                        new EditSettings.Put(new OutboundSettings(
                                null, Samples.numbers("" + name, "" + (NAMES - name)), null, null, null)),
                        Condition.NONE));
    }

    private void play(Commands commands) throws SQLException {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> names =
                    new ArrayList<>(IntStream.range(0, NAMES).boxed().toList());
            Collections.shuffle(names, random);
            List<CompletableFuture<?>> outcomes = new ArrayList<>();
            for (int i = 0; i < NAMES; i++) {
                outcomes.add(first.write(commands.of(round, names.get(i))).toCompletableFuture());
                outcomes.add(second.write(commands.of(round, names.get(NAMES - 1 - i)))
                        .toCompletableFuture());
            }
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.join()).isNotNull());
        }
        assertThat(deadlocks(server)).isZero();
    }

    private static long deadlocks(PostgresServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
