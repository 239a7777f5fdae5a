package agentsettings.acceptance.nodes;

import static agentsettings.acceptance.nodes.AppConnection.returnCode;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.nodes.AppConnection.App;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two apps send the same idempotency keys to both lanes in opposite orders. There is no deadlock, and the writes of others go
 * on. A longer run is asked for by {@code -Dhostile.rounds}.
 */
@Timeout(600)
class HostileKeysTest {

    private static final int ROUNDS = Integer.getInteger("hostile.rounds", 6);
    private static final int KEYS = 300;
    private static final int CONNECTIONS = 24;
    private static final int LANES = 2;
    private static final String OTHER_APP = "other-app";

    @TempDir
    private Path folder;

    private final AtomicBoolean attacking = new AtomicBoolean(true);

    @Test
    void keysInOppositeOrdersToBothLanesNeverDeadlockAndOtherWritesGoOn() throws Exception {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        try (ServerProcess server = ServerProcess.startDemo(postgres.options())) {
            List<String> command = new ArrayList<>(List.of("app", "create", "--key", OTHER_APP, "--edition", "2023"));
            command.addAll(List.of("--tenant", SettingsClient.DEMO_TENANT));
            command.addAll(postgres.options());
            ChildJvm.run(command.toArray(String[]::new));
            AppConnection.await(OTHER_APP, server.base());
            List<NodeUser> users = NodeUser.add(64, server.base());
            attack(users, server.base());
            assertThat(server.terminate()).isZero(); // its connections report their statistics at their end
        }
        assertThat(postgres.deadlocks()).as("deadlocks").isZero();
    }

    /** The share of others is at least a quarter of what one of as many equal connections would get. */
    private void attack(List<NodeUser> users, URI node) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            Future<Integer> others = threads.submit(() -> writeOthers(users.subList(60, 64), node));
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Void>> clients = new ArrayList<>();
                for (String app : List.of(SettingsClient.DEMO_APP, OTHER_APP)) {
                    for (int lane = 0; lane < LANES; lane++) {
                        clients.addAll(clients(app, lane, round, users, node));
                    }
                }
                for (Future<Void> client : threads.invokeAll(clients)) {
                    client.get();
                }
            }
            attacking.set(false);
            int creates = ROUNDS * KEYS * LANES * 2;
            System.out.printf(
                    "HostileKeysTest: %d creates with keys, meanwhile %d writes of others, in %.1f s%n",
                    creates, others.get(), (System.nanoTime() - began) / 1e9);
            assertThat(others.get()).as("writes of others").isGreaterThan(creates / (CONNECTIONS * LANES * 2) / 4);
        }
    }

    /** Clients that together send all keys to a lane: upwards to the one, downwards to the other. */
    private static List<Callable<Void>> clients(String app, int lane, int round, List<NodeUser> users, URI node) {
        List<String> ofLane = users.subList(0, 60).stream()
                .map(NodeUser::id)
                .filter(id -> Math.floorMod(id.hashCode(), LANES) == lane)
                .toList();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i;
            clients.add(() -> {
                try (AppConnection connection = AppConnection.open(node, new App(app, null))) {
                    for (int j = first; j < KEYS; j += CONNECTIONS) {
                        String key = "key-" + round + "-" + (lane == 0 ? j : KEYS - 1 - j);
                        RawResponse created =
                                connection.create(ofLane.get(j % ofLane.size()), Map.of("Idempotency-Key", key));
                        assertThat(returnCode(created)).isIn("0", "5002", "1005");
                    }
                    return null;
                }
            });
        }
        return clients;
    }

    /** Writes without keys, one at a time, until the attack is over. */
    private int writeOthers(List<NodeUser> users, URI node) throws IOException {
        int written = 0;
        try (AppConnection connection = AppConnection.open(node, new App(OTHER_APP, null))) {
            while (attacking.get()) {
                String user = users.get(written / 2 % users.size()).id();
                RawResponse response = written % 2 == 0 ? connection.create(user, Map.of()) : connection.delete(user);
                assertThat(returnCode(response)).isIn("0", "5002", "5003");
                written++;
            }
        }
        return written;
    }
}
