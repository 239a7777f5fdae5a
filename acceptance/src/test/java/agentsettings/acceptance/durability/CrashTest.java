package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.durability.UserHistory.Verdict;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server again and again under load. Whatever was acknowledged is there afterwards, and whatever was not answered is
 * there wholly or not at all. Another seed than a random one is taken from {@code -Dcrash.seed}.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
    private static final int USERS = 2000;
    private static final int QUERIES = 200;
    private static final int KILL_MILLIS_MIN = 300;
    private static final int KILL_MILLIS_MAX = 1500;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private List<UserHistory> users;
    private int acknowledged;
    private int inFlight;
    private int carriedOut;
    private int resent;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        Database database = new Database(folder);
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            assertThat(first.terminate()).isZero();
        }
        users = database.seedUsers(USERS);
        ServerProcess server = ServerProcess.startDemo(folder);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String killed = loadAndKill(server);
                server.close();
                server = ServerProcess.startDemo(folder);
                Snapshot snapshot = database.read();
                check(String.format(Locale.ROOT, "round %2d: %s", round, killed), snapshot);
                resendUnansweredCreates(server.base(), snapshot);
                querySome(server.base());
            }
        } finally {
            server.close();
        }
        System.out.printf(
                "CrashTest: %d rounds, acknowledged %d, in flight %d (carried out %d), missing 0, half done 0,"
                        + " creates sent again %d, seed %d%n",
                ROUNDS, acknowledged, inFlight, carriedOut, resent, seed);
    }

    /** Returns what there is to say about it. */
    private String loadAndKill(ServerProcess server) throws IOException, InterruptedException {
        long killAfter = random.nextInt(KILL_MILLIS_MIN, KILL_MILLIS_MAX + 1);
        try (Load load = Load.start(server.base(), users, random.nextInt())) {
            load.awaitAcknowledged(1);
            Thread.sleep(killAfter);
            server.kill();
            assertThat(load.awaitEnd()).as(seeded("unexpected answers")).isEmpty();
            acknowledged += load.acknowledged();
            return String.format(Locale.ROOT, "killed after %4d ms, acknowledged %5d", killAfter, load.acknowledged());
        }
    }

    private void check(String round, Snapshot snapshot) {
        DurabilityCheck check = DurabilityCheck.of(snapshot, users);
        System.out.println("CrashTest " + round + ", " + check);
        assertThat(check.complaints()).as(seeded(round)).isEmpty();
        inFlight += check.inFlight();
        carriedOut += check.count(Verdict.CARRIED_OUT);
    }

    /** A client that got no response sends its create again, with the same idempotency key, and ends with one record. */
    private void resendUnansweredCreates(URI server, Snapshot snapshot) throws IOException {
        try (SettingsClient client = SettingsClient.connect(server, SettingsClient.DEMO_APP)) {
            for (UserHistory user : users) {
                Command unanswered = user.inFlight();
                user.settle(snapshot.settings().get(user.userId()));
                if (unanswered != null && unanswered.action() == Action.CREATE) {
                    resend(unanswered, user, client);
                }
            }
        }
    }

    private void resend(Command create, UserHistory user, SettingsClient client) throws IOException {
        RawResponse response = client.write(create, user.userId(), user.currentId());
        assertThat(response.status())
                .as(seeded("resent " + create + " for " + user + ": " + response.text()))
                .isEqualTo(200);
        long id = SettingsClient.idIn(response).orElseThrow();
        if (user.current() == null) {
            user.sending(create);
            user.acknowledged(id);
        }
        assertThat(id).as(seeded("id of " + user)).isEqualTo(user.current().id());
        resent++;
    }

    private void querySome(URI server) throws IOException {
        try (SettingsClient client = SettingsClient.connect(server, SettingsClient.DEMO_APP)) {
            for (int i = 0; i < QUERIES; i++) {
                UserHistory user = users.get(random.nextInt(users.size()));
                RawResponse response = client.query(user.userId());
                assertThat(user.isCurrent(response))
                        .as(seeded(user + ": " + response.text()))
                        .isTrue();
            }
        }
    }

    private String seeded(String what) {
        return what + " (-Dcrash.seed=" + seed + ")";
    }
}
