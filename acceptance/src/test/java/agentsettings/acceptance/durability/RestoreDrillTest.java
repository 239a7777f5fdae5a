package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.settings.Change;
import agentsettings.acceptance.settings.SettingsClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is made under load, the server is killed, and the backup is restored and served. Everything that was acknowledged before the
 * backup began is there, and of what came later the beginning.
 */
class RestoreDrillTest {

    private static final int USERS = 600;
    private static final int BEFORE = 1000;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheBackupIsThereAfterTheRestore() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        try (ServerProcess first = ServerProcess.startDemo(data)) {
            assertThat(first.terminate()).isZero();
        }
        List<UserHistory> users = new Database(data).seedUsers(USERS);
        List<UserHistory> early = users.subList(0, USERS / 2);
        List<UserHistory> late = users.subList(USERS / 2, USERS);
        try (ServerProcess server = ServerProcess.startDemo(data)) {
            load(server.base(), early);
            backUpUnderLoad(server, late, data, backup);
        }
        assertThat(ChildJvm.run("db", "restore", backup.toString(), "--data", restored.toString()))
                .contains("which was restored as secret-hash.key");
        assertThat(ChildJvm.run("db", "verify", "--data", restored.toString())).contains("Nothing is wrong");
        try (ServerProcess server = ServerProcess.startDemo(restored);
                SettingsClient client = SettingsClient.connect(server.base(), SettingsClient.DEMO_APP)) {
            for (UserHistory user : early.subList(0, 50)) {
                assertThat(user.isCurrent(client.query(user.userId())))
                        .as("%s", user)
                        .isTrue();
            }
        }
        check(new Database(restored).read(), early, late);
    }

    private static void load(URI server, List<UserHistory> users) throws Exception {
        try (Load load = Load.start(server, users, 1)) {
            load.awaitAcknowledged(BEFORE);
            assertThat(load.stop()).isEmpty();
        }
    }

    private static void backUpUnderLoad(ServerProcess server, List<UserHistory> users, Path data, Path backup)
            throws Exception {
        try (Load load = Load.start(server.base(), users, 2)) {
            load.awaitAcknowledged(1);
            ChildJvm.run("db", "backup", "--data", data.toString(), "--with-key", backup.toString());
            server.kill();
            assertThat(load.awaitEnd()).isEmpty();
        }
    }

    private static void check(Snapshot snapshot, List<UserHistory> early, List<UserHistory> late) {
        assertThat(DurabilityCheck.of(snapshot, early).complaints()).isEmpty();
        Map<String, List<Change>> logged = snapshot.log().stream()
                .filter(row -> row.settingsId() != 0)
                .collect(
                        Collectors.groupingBy(LogRow::userId, Collectors.mapping(LogRow::change, Collectors.toList())));
        assertThat(late)
                .allSatisfy(user -> assertThat(user.beginsWith(logged.getOrDefault(user.userId(), List.of())))
                        .as("%s", user)
                        .isTrue());
        assertThat(late).anySatisfy(user -> assertThat(logged).containsKey(user.userId()));
    }
}
