package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several data folders for one PostgreSQL: what a node or a command in one of them can do to the others. */
class SharedPostgresTest {

    @TempDir
    private Path folder;

    private PostgresForTests postgres;

    @BeforeEach
    void makeDatabase() throws IOException {
        postgres = PostgresForTests.withNewDatabase(folder);
    }

    @Test
    void aNodeOrACommandWithoutTheDatabasesKeyIsRefused() throws Exception {
        start("one", false).close();
        assertThatThrownBy(() -> start("two", false))
                .hasMessageContaining(key("two") + " is missing.")
                .hasMessageContaining("the secrets of PostgreSQL at ");
        assertThatThrownBy(() -> createApp("two")).hasMessageContaining(key("two") + " is missing.");

        Files.write(key("two"), new byte[32]);
        assertThatThrownBy(() -> start("two", false)).hasMessageContaining(key("two") + " is not the key");
        assertThatThrownBy(() -> createApp("two")).hasMessageContaining(key("two") + " is not the key");

        Files.delete(key("two"));
        Files.copy(key("one"), key("two"));
        start("two", false).close();
        assertThat(createApp("two")).contains("app_secret=");
    }

    @Test
    void aDemoIsServedByNoNodeThatIsNone() throws Exception {
        start("one", true).close();
        assertThatThrownBy(() -> start("one", false))
                .hasMessageContaining("PostgreSQL at ")
                .hasMessageContaining(" is a demo");
        start("one", true).close();
    }

    @Test
    void aDemoWithAForeignKeyLeavesTheDatabaseAsItIs() {
        start("one", false).close();
        assertThatThrownBy(() -> start("two", true)).hasMessageContaining(" is missing.");
        start("one", false).close();
    }

    private AgentSettingsServer start(String data, boolean demo) {
        ConfigReader config = new ConfigReader()
                .file(postgres.config())
                .option("--data", "storage.data", folder.resolve(data))
                .option("--port", "http.port", 0);
        return AgentSettingsServer.start(config.read(), demo, InstantSource.system());
    }

    private String createApp(String data) throws IOException, InterruptedException {
        return ChildJvm.run(
                "app",
                "create",
                "--config",
                postgres.config().toString(),
                "--data",
                folder.resolve(data).toString(),
                "--tenant",
                "202205116084");
    }

    private Path key(String data) {
        return folder.resolve(data).resolve("secret-hash.key");
    }
}
