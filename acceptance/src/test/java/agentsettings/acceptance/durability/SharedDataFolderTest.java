package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and a server share a data folder: the server applies what a command changed, and a second server is rejected. */
class SharedDataFolderTest {
    private static final int USERS = 500;
    private static final long SEED = 1964;
    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 20;
    private static final int DEMO_USERS = 22;

    @TempDir
    static Path folder;

    private static Database database;
    private static List<UserHistory> users;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        database = new Database(folder);
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            assertThat(first.terminate()).isZero();
        }
        users = database.seedUsers(USERS);
        server = ServerProcess.startDemo(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void anAppAndAUserAddedUnderLoadAreFollowed() throws Exception {
        try (Load load = Load.start(server.base(), users, SEED)) {
            load.awaitAcknowledged(1);
            run("app", "create", "--key", "late-app", "--edition", "2023", "--tenant", SettingsClient.DEMO_TENANT);
            long appMillis = awaitResponse("late-app", users.getFirst().userId(), "\"returnCode\":\"2003\"");
            run(
                    "user",
                    "add",
                    "--user-id",
                    "late-user",
                    "--account",
                    "late-user",
                    "--tenant",
                    SettingsClient.DEMO_TENANT);
            long userMillis = awaitResponse("late-app", "late-user", "\"returnCode\":\"5001\"");
            int before = load.acknowledged();
            load.awaitAcknowledged(before + 1);
            assertThat(load.stop()).as("unexpected answers, seed " + SEED).isEmpty();
            System.out.printf(
                    "SharedDataFolderTest: the app was followed after %d ms, the user after %d ms, beside %d writes%n",
                    appMillis, userMillis, load.acknowledged());
        }
        assertThat(DurabilityCheck.of(database.read(), users).complaints()).isEmpty();
        createForLateUser();
    }

    @Test
    void aSecondServerIsKeptOutAndTheFirstGoesOn() throws Exception {
        assertThatThrownBy(() -> run("serve", "--port", "0"))
                .hasMessageContaining("Another server uses the data folder " + folder);
        try (SettingsClient client = SettingsClient.connect(server.base(), SettingsClient.DEMO_APP)) {
            UserHistory user = users.getFirst();
            assertThat(user.isCurrent(client.query(user.userId()))).isTrue();
        }
    }

    @Test
    void twoStartsSeedTheDemoOnce() throws Exception {
        assertThat(database.count("SELECT count(*) FROM app WHERE app_key = 'demo-app'"))
                .isOne();
        assertThat(database.count("SELECT count(*) FROM change_log WHERE actor = 'demo-app' AND action = 'add user'"))
                .isEqualTo(DEMO_USERS);
        assertThat(
                        database.count(
                                "SELECT count(*) FROM t_aicc_pub_appcube_user WHERE account LIKE 'demo%' OR account LIKE 'y11_'"))
                .isEqualTo(DEMO_USERS);
    }

    @Test
    void theDemoIsRefusedOnAnAddressThatOthersReach() {
        assertThatThrownBy(() -> run("serve", "--demo", "--host", "0.0.0.0", "--port", "0"))
                .hasMessageContaining("--demo: not allowed on 0.0.0.0");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        String[] all = new String[command.length + 2];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--data";
        all[command.length + 1] = folder.toString();
        return ChildJvm.run(all);
    }

    private static void createForLateUser() throws IOException {
        UserHistory user = new UserHistory("late-user");
        Command create = new Command(Action.CREATE, new Content("0", "1", null, null, null), null);
        try (SettingsClient client = SettingsClient.connect(server.base(), "late-app")) {
            user.sending(create);
            RawResponse response = client.write(create, user.userId(), user.currentId());
            user.acknowledged(SettingsClient.idIn(response).orElseThrow());
            RawResponse found = client.query(user.userId());
            assertThat(user.isCurrent(found)).as(found.text()).isTrue();
        }
    }

    /** Asks until the response isn't this refusal any more, and returns after how long. */
    private static long awaitResponse(String appKey, String userId, String refusal) throws Exception {
        URI base = server.base();
        long start = System.nanoTime();
        try (SettingsClient client = SettingsClient.connect(base, appKey)) {
            String response = client.query(userId).text();
            while (response.contains(refusal)) {
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("still " + response)
                        .isLessThan(FOLLOWED_WITHIN);
                Thread.sleep(POLL_MILLIS);
                response = client.query(userId).text();
            }
            assertThat(response).containsAnyOf("\"returnCode\":\"0\"", "\"returnCode\":\"5003\"");
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
