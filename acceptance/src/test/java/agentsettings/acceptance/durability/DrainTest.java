package agentsettings.acceptance.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.durability.UserHistory.Verdict;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.VendorJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop answers what it has begun, keeps what it has answered, and exits with 0. */
class DrainTest {
    private static final int ROUNDS = 3;
    private static final int USERS = 500;
    private static final int WRITES_BEFORE_STOP = 1000;
    private static final long SEED = 2026;
    private static final Duration STOPS_LISTENING_WITHIN = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 10;

    @TempDir
    Path folder;

    /** A request without a response must be without effect too: the server can't have begun to handle it. */
    @Test
    void whatIsAnsweredIsKeptAndWhatIsNotAnsweredWasNotBegun() throws Exception {
        Database database = new Database(folder);
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            assertThat(first.terminate()).isZero();
        }
        List<UserHistory> users = database.seedUsers(USERS);
        for (int round = 1; round <= ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.startDemo(folder)) {
                queryAll(users, server.base());
                loadAndStop(users, server, SEED + round);
            }
            requireAllAcknowledged(users, database.read());
        }
        try (ServerProcess last = ServerProcess.startDemo(folder)) {
            queryAll(users, last.base());
        }
    }

    private static void loadAndStop(List<UserHistory> users, ServerProcess server, long seed) throws Exception {
        try (Load load = Load.start(server.base(), users, seed)) {
            load.awaitAcknowledged(WRITES_BEFORE_STOP);
            assertThat(server.terminate()).as("exit code").isZero();
            assertThat(load.awaitEnd()).as("unexpected answers, seed " + seed).isEmpty();
        }
    }

    private static void requireAllAcknowledged(List<UserHistory> users, Snapshot snapshot) {
        DurabilityCheck check = DurabilityCheck.of(snapshot, users);
        System.out.println("DrainTest: " + check);
        assertThat(check.complaints()).isEmpty();
        assertThat(check.count(Verdict.CARRIED_OUT))
                .as("carried out, but never answered")
                .isZero();
        users.forEach(UserHistory::refused);
    }

    /** The server has begun this request for certain, since it asked for the body; the body comes when nobody can connect any more. */
    @Test
    void aRequestBegunBeforeTheStopIsAnsweredAfterIt() throws Exception {
        UserHistory user = new UserHistory("10gg000000demoUser01");
        Command create = new Command(Action.CREATE, new Content("1", "100,101", "", "100", ""), null);
        byte[] body = VendorJson.request(create, user.userId(), 0).getBytes(UTF_8);
        try (ServerProcess server = ServerProcess.startDemo(folder);
                RawHttp connection = RawHttp.connect(server.base())) {
            connection.send(headOfCreate(body.length));
            assertThat(connection.read().status()).isEqualTo(100);
            FutureTask<Integer> stop = inBackground(server::terminate);
            awaitRefusal(server.base());
            user.sending(create);
            connection.send(body);
            RawResponse response = connection.read();
            assertThat(response.text()).startsWith("{\"returnCode\":\"0\"");
            user.acknowledged(SettingsClient.idIn(response).orElseThrow());
            assertThat(connection.closedByPeer()).as("connection closed").isTrue();
            assertThat(stop.get()).as("exit code").isZero();
        }
        assertThat(DurabilityCheck.of(new Database(folder).read(), List.of(user))
                        .complaints())
                .isEmpty();
    }

    private static void queryAll(List<UserHistory> users, URI server) throws IOException {
        try (SettingsClient client = SettingsClient.connect(server, SettingsClient.DEMO_APP)) {
            for (UserHistory user : users) {
                RawResponse response = client.query(user.userId());
                assertThat(user.isCurrent(response))
                        .as(user + ": " + response.text())
                        .isTrue();
            }
        }
    }

    private static byte[] headOfCreate(int length) {
        Map<String, String> headers = Map.of("Expect", "100-continue", "Content-Length", String.valueOf(length));
        return SettingsClient.request("create", SettingsClient.DEMO_APP, headers, "");
    }

    private static FutureTask<Integer> inBackground(Callable<Integer> task) {
        FutureTask<Integer> future = new FutureTask<>(task);
        Thread.ofVirtual().start(future);
        return future;
    }

    private static void awaitRefusal(URI server) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STOPS_LISTENING_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            try (RawHttp _ = RawHttp.connect(server)) {
                Thread.sleep(POLL_MILLIS);
            } catch (ConnectException e) {
                return;
            }
        }
        throw new AssertionError("the server still takes connections " + STOPS_LISTENING_WITHIN + " after SIGTERM");
    }
}
