package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Engine;
import agentsettings.storage.Samples;
import agentsettings.storage.VerificationContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verification of SQLite, also of a damaged file. */
class SqliteVerificationTest extends VerificationContract {

    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private SqliteEngine engine;

    @Override
    protected Engine engine() throws IOException {
        engine = new SqliteEngine(folder);
        return engine;
    }

    @Test
    void findsRowsWithoutATenantSpaceThatPostgresWouldRefuse() {
        execute("UPDATE app SET tenant_id = '111111111111'");
        assertThat(verify()).containsExactly("app demo-app: its tenant space does not exist");
        execute("DELETE FROM app");
        execute("UPDATE management_key SET tenant_id = '111111111111'");
        assertThat(verify()).containsExactly("management_key abcdefgh: its tenant space does not exist");
    }

    @Test
    void findsSettingsWhoseAccountDiffersFromTheirUsers() {
        execute("UPDATE agent_settings SET account = 'y999' WHERE version = 3");
        assertThat(verify())
                .containsExactly("agent_settings " + Samples.CALLER.tenantId() + "/" + Samples.USER
                        + ": its account differs from its user's");
    }

    @Test
    void settingsThatAnOlderVersionHasStoredNeedNoAccount() {
        execute("UPDATE agent_settings SET account = NULL");
        assertThat(settings(Samples.USER).account()).isEqualTo("y111");
        assertThat(verify()).isEmpty();
    }

    @Test
    void findsACopiedLogWithoutItsEnd() {
        execute("INSERT INTO copied_node VALUES (7, 3)");
        assertThat(verify())
                .containsExactly(
                        "copied_node 7: it names change 3 as the last of the node, but the change log ends with 0");
    }

    @Test
    void findsADamagedPageAndVerifiesTheRest() throws IOException {
        execute("UPDATE allotted_number SET kinds = 'fax'");
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
        damage(rootPageOf("t_aicc_pub_appcube_user"));
        assertThat(verify())
                .anyMatch(finding -> finding.startsWith("file: "))
                .contains("t_aicc_pub_appcube_user: the file is damaged; rows can't be read")
                .contains("allotted_number 202205116084/+4930: its values are invalid");
    }

    private long rootPageOf(String table) {
        return engine.number("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'");
    }

    private void damage(long page) throws IOException {
        Path file = engine.file().path();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[PAGE]), (page - 1) * PAGE);
        }
    }
}
