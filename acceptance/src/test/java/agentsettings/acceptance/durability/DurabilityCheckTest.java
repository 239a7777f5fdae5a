package agentsettings.acceptance.durability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check can fail: it finds, and names, everything that is done to a healthy database. */
class DurabilityCheckTest {
    private static final int USERS = 64;
    private static final int WRITES = 500;

    @TempDir
    static Path folder;

    private static List<UserHistory> users;

    @TempDir
    Path copyFolder;

    private Database copy;

    @BeforeAll
    static void serveForAWhile() throws Exception {
        try (ServerProcess first = ServerProcess.startDemo(folder)) {
            first.terminate();
        }
        users = new Database(folder).seedUsers(USERS);
        try (ServerProcess server = ServerProcess.startDemo(folder);
                Load load = Load.start(server.base(), users, 1)) {
            load.awaitAcknowledged(WRITES);
            assertThat(load.stop()).isEmpty();
            server.terminate();
        }
    }

    @BeforeEach
    void copy() throws SQLException {
        copy = new Database(folder).copyTo(copyFolder);
    }

    @Test
    void aHealthyDatabaseIsFoundHealthy() throws SQLException {
        DurabilityCheck check = DurabilityCheck.of(copy.read(), users);
        assertThat(check.complaints()).isEmpty();
        assertThat(check.count(UserHistory.Verdict.KEPT)).isEqualTo(USERS);
    }

    @Test
    void settingsThatAreGoneAreNamed() throws SQLException {
        String user = anyUserWithSettings().userId();
        copy.tamper("DELETE FROM agent_settings WHERE user_id = '" + user + "'");
        assertThat(complaints())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("agent_settings: " + user + " has null"))
                .anyMatch(line -> line.startsWith("MISSING: " + user));
    }

    @Test
    void aMissingRowOfTheLogIsNamed() throws SQLException {
        LogRow row = copy.read().log().stream()
                .filter(logged -> logged.action().equals("update"))
                .findFirst()
                .orElseThrow();
        copy.tamper("DELETE FROM change_log WHERE seq = " + row.seq());
        assertThat(complaints())
                .contains("change_log: seq " + (row.seq() - 1) + " of node 0 is followed by " + (row.seq() + 1))
                .anyMatch(line -> line.startsWith("MISSING: " + row.userId()));
    }

    @Test
    void theLastRowOfTheLogIsMissedToo() throws SQLException {
        LogRow row = copy.read().log().getLast();
        copy.tamper("DELETE FROM change_log WHERE seq = " + row.seq());
        assertThat(complaints())
                .anyMatch(line -> line.startsWith("agent_settings: " + row.userId()))
                .anyMatch(line -> line.startsWith("MISSING: " + row.userId()));
    }

    @Test
    void aChangedNumberIsNamed() throws SQLException {
        String user = anyUserWithSettings().userId();
        copy.tamper("UPDATE agent_settings SET default_display_number = '+1' WHERE user_id = '" + user + "'");
        assertThat(complaints())
                .hasSize(2)
                .allMatch(line -> line.contains(user) && line.contains("defaultDisplayNumber=+1"));
    }

    @Test
    void aChangedNumberInTheLogIsNamed() throws SQLException {
        LogRow row = copy.read().log().getLast();
        copy.tamper("UPDATE change_log SET before = '{\"callType\":\"9\"}' WHERE seq = " + row.seq());
        assertThat(complaints())
                .singleElement()
                .asString()
                .startsWith("change_log: seq " + row.seq())
                .contains("callType=9");
    }

    @Test
    void anUnansweredUpdateWithoutItsRowOfTheLogIsHalfDone() throws SQLException {
        UserHistory user = anyUserWithSettings();
        copy.tamper("UPDATE agent_settings SET version = version + 1, call_type = '2' WHERE user_id = '" + user.userId()
                + "'");
        user.sending(new Command(Action.UPDATE, new Content("2", null, null, null, null), null));
        try {
            assertThat(complaints()).anyMatch(line -> line.startsWith("HALF_DONE: " + user.userId()));
        } finally {
            user.refused();
        }
    }

    @Test
    void aDamagedFileIsNotOk() throws SQLException, IOException {
        String bytes = Files.readString(copy.file(), ISO_8859_1);
        int inAnIndex = bytes.lastIndexOf("sum-seeded-00007");
        Files.writeString(
                copy.file(), bytes.substring(0, inAnIndex) + "S" + bytes.substring(inAnIndex + 1), ISO_8859_1);
        assertThat(complaints()).anyMatch(line -> line.startsWith("integrity_check: "));
    }

    private List<String> complaints() throws SQLException {
        return DurabilityCheck.of(copy.read(), users).complaints();
    }

    private static UserHistory anyUserWithSettings() {
        return users.stream().filter(user -> user.current() != null).findFirst().orElseThrow();
    }
}
