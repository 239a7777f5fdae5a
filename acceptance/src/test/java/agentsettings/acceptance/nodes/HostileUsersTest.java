package agentsettings.acceptance.nodes;

import static agentsettings.acceptance.nodes.AppConnection.returnCode;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.RawHttp;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two apps send the same idempotency keys, accounts and users to all lanes of two nodes in opposite orders. There is no deadlock, and the
 * writes of others go on. A longer run is asked for by {@code -Dhostile.rounds}.
 */
@Timeout(600)
class HostileUsersTest {

    private static final int ROUNDS = Integer.getInteger("hostile.rounds", 6);
    private static final int STEPS = 100;
    private static final int REQUESTS_PER_STEP = 3;
    private static final int USERS = 24;
    private static final int CONNECTIONS = 24;
    private static final int LANES = 2;
    private static final String OTHER_APP = "other-app";
    private static final Pattern SECRET = Pattern.compile("app_secret=(\\S+)");

    @TempDir
    private Path folder;

    private final AtomicBoolean attacking = new AtomicBoolean(true);
    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private List<NodeUser> users;
    private List<URI> nodes;

    @Test
    void keysAccountsAndUsersInOppositeOrdersNeverDeadlockAndOtherWritesGoOn() throws Exception {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        try (ServerProcess one = ServerProcess.startDemo(postgres.options())) {
            String otherSecret = addOtherApp(postgres);
            try (ServerProcess other = ServerProcess.startDemo(postgres.options())) {
                AppConnection.await(OTHER_APP, one.base());
                nodes = List.of(one.base(), other.base());
                users = NodeUser.add(USERS + 4, one.base());
                attack(List.of(app(SettingsClient.DEMO_APP, NodeUser.DEMO_SECRET), app(OTHER_APP, otherSecret)));
                assertThat(other.terminate()).isZero(); // its connections report their statistics at their end
            }
            assertThat(one.terminate()).isZero();
        }
        assertThat(postgres.deadlocks()).as("deadlocks").isZero();
    }

    private static String addOtherApp(PostgresForTests postgres) throws Exception {
        List<String> command = new ArrayList<>(List.of("app", "create", "--key", OTHER_APP, "--edition", "2023"));
        command.addAll(List.of("--tenant", SettingsClient.DEMO_TENANT));
        command.addAll(postgres.options());
        return found(SECRET, ChildJvm.run(command.toArray(String[]::new)));
    }

    private App app(String key, String secret) throws IOException {
        try (RawHttp connection = RawHttp.connect(nodes.getFirst())) {
            return new App(key, NodeUser.authorization(connection, key, secret));
        }
    }

    /** The share of others is at least a quarter of what one of as many equal connections would get. */
    private void attack(List<App> apps) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            Future<Integer> others = threads.submit(() -> writeOthers(users.subList(USERS, USERS + 4)));
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Void>> clients = new ArrayList<>();
                for (App app : apps) {
                    for (int lane = 0; lane < LANES; lane++) {
                        clients.addAll(clients(app, lane, round));
                    }
                }
                for (Future<Void> client : threads.invokeAll(clients)) {
                    client.get();
                }
            }
            attacking.set(false);
            int requests = ROUNDS * STEPS * REQUESTS_PER_STEP * LANES * 2;
            System.out.printf(
                    "HostileUsersTest: %d hostile writes, meanwhile %d writes of others, in %.1f s%n",
                    requests, others.get(), (System.nanoTime() - began) / 1e9);
            assertThat(others.get()).as("writes of others").isGreaterThan(requests / (CONNECTIONS * LANES * 2) / 4);
        }
    }

    /** Clients that together do all steps for the users of a lane: one app upwards, the other downwards. */
    private List<Callable<Void>> clients(App app, int lane, int round) {
        List<String> ofLane = users.subList(0, USERS).stream()
                .map(NodeUser::id)
                .filter(id -> Math.floorMod(id.hashCode(), LANES) == lane)
                .toList();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i;
            clients.add(() -> {
                try (AppConnection connection = AppConnection.open(nodes.get(first % nodes.size()), app)) {
                    for (int j = first; j < STEPS; j += CONNECTIONS) {
                        int step = app.key().equals(OTHER_APP) ? j : STEPS - 1 - j;
                        int key = lane == 0 ? j : STEPS - 1 - j;
                        String account = lane == 0 ? round + "-" + step : null;
                        write(connection, ofLane.get(step % ofLane.size()), account, round + "-" + key);
                    }
                    return null;
                }
            });
        }
        return clients;
    }

    /**
     * One step. Without an account it updates the user's settings instead of adding a user: all users are added in one lane, where one
     * node waits for another, and would make the other lanes wait in turn.
     */
    private void write(AppConnection connection, String user, String account, String key) throws IOException {
        RawResponse created = connection.create(user, Map.of("Idempotency-Key", "key-" + key));
        assertThat(returnCode(created)).isIn("0", "5002", "1005");
        SettingsClient.idIn(created).ifPresent(id -> ids.put(user, id));
        if (account == null) {
            RawResponse updated = connection.update(user, ids.getOrDefault(user, 1L));
            assertThat(returnCode(updated)).isIn("0", "5003", "5004");
        } else {
            assertThat(returnCode(connection.addUser("account-" + account))).isIn("0", "5006");
        }
        assertThat(returnCode(connection.delete(user))).isIn("0", "5003");
    }

    /** Writes without keys, one at a time, until the attack is over. */
    private int writeOthers(List<NodeUser> others) throws IOException {
        int written = 0;
        try (AppConnection connection = AppConnection.open(nodes.getFirst(), new App(OTHER_APP, null))) {
            while (attacking.get()) {
                String user = others.get(written / 2 % others.size()).id();
                assertThat(returnCode(written % 2 == 0 ? connection.create(user, Map.of()) : connection.delete(user)))
                        .isIn("0", "5002", "5003");
                written++;
            }
        }
        return written;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
