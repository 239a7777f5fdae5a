package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.Idempotency;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes with two lanes each get the same keys, accounts, ids and users in opposite orders, and never wait in a circle. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockOrderTest {

    private static final int ROUNDS = 40;
    private static final int NAMES = 25;

    @Test
    void batchesInOppositeOrdersNeverDeadlock() throws SQLException {
        PostgresServer server = EmbeddedServer.newDatabase();
        try (Engine one = PostgresEngine.withLanes(server, 2);
                Engine other = PostgresEngine.withLanes(server, 2);
                Store first = one.open(InstantSource.system());
                Store second = other.open(InstantSource.system())) {
            Random random = new Random(1);
            for (int round = 0; round < ROUNDS; round++) {
                List<Command<?>> commands = commands(round);
                Collections.shuffle(commands, random);
                List<CompletableFuture<?>> outcomes = new ArrayList<>();
                for (int i = 0; i < commands.size(); i++) {
                    outcomes.add(first.write(commands.get(i)).toCompletableFuture());
                    outcomes.add(
                            second.write(commands.get(commands.size() - 1 - i)).toCompletableFuture());
                }
                assertThat(outcomes)
                        .allSatisfy(outcome -> assertThat(outcome.join()).isNotNull());
            }
        }
        assertThat(deadlocks(server)).isZero();
    }

    /** Each user is added, gets settings under a key that other users' creates have too, and loses them. */
    private static List<Command<?>> commands(int round) {
        List<Command<?>> commands = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            String id = "u" + round % 8 + "-" + i;
            Idempotency key = new Idempotency("key-" + round + "-" + i % 7, "digest");
            commands.add(Samples.user(
                    Samples.CALLER, id, "s" + (NAMES - i) + "-" + round, "y" + i * 7 % NAMES + "-" + round));
            commands.add(new CreateSettings(Samples.CALLER, id, Samples.VENDORS, key));
            commands.add(new CreateSettings(Samples.CALLER, id, Samples.VENDORS, null));
            commands.add(new DeleteSettings(Samples.CALLER, id));
        }
        return commands;
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
