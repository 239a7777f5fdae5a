package agentsettings.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.server.config.keys.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come from a file, the environment and the command line; faults are reported with their source. */
final class ConfigReaderTest {

    private static final Map<String, String> OTHER_VALUES = Map.ofEntries(
            Map.entry("http.host", "127.0.0.2"),
            Map.entry("http.port", "81"),
            Map.entry("http.token-port", "82"),
            Map.entry("http.tls-certificate", "other.pem"),
            Map.entry("http.tls-key", "other.key"),
            Map.entry("http.tls-client-ca", "other-ca.pem"),
            Map.entry("http.tls-client-names-app", "true"),
            Map.entry("http.trusted-proxies", "10.0.0.0/8"),
            Map.entry("http.proxy-protocol", "true"),
            Map.entry("management.tls-certificate", "other.pem"),
            Map.entry("management.tls-key", "other.key"),
            Map.entry("management.tls-client-ca", "other-ca.pem"),
            Map.entry("management.tls-client-names-key", "true"),
            Map.entry("http.transport", "auto"),
            Map.entry("http.event-loops", "77"),
            Map.entry("http.connections-max", "83"),
            Map.entry("http.idle-timeout", "PT7S"),
            Map.entry("http.request-timeout", "PT8S"),
            Map.entry("http.drain-timeout", "PT9S"),
            Map.entry("http.log-requests", "true"),
            Map.entry("log.format", "json"),
            Map.entry("tracing.endpoint", "http://127.0.0.1:4318/v1/traces"),
            Map.entry("tracing.percent", "7"),
            Map.entry("log.slow-requests", "PT2S"),
            Map.entry("management.host", "127.0.0.3"),
            Map.entry("management.port", "87"),
            Map.entry("history.keep", "P90D"),
            Map.entry("backup.folder", "backups"),
            Map.entry("backup.interval", "PT2H"),
            Map.entry("backup.keep", "88"),
            Map.entry("backup.include-key", "true"),
            Map.entry("storage.disk-free-min", "65"),
            Map.entry("storage.data", "elsewhere"),
            Map.entry("storage.database", "jdbc:postgresql://db.example/agentsettings"),
            Map.entry("storage.database-user", "someone"),
            Map.entry("storage.database-password", "a secret"),
            Map.entry("storage.lanes", "3"),
            Map.entry("storage.migrate", "false"),
            Map.entry("storage.queue-max", "84"),
            Map.entry("storage.batch-max", "85"),
            Map.entry("storage.overload-wait", "PT0.085S"),
            Map.entry("security.requests-per-second", "86"),
            Map.entry("security.address-requests-per-second", "89"),
            Map.entry("security.signing-key-life", "P31D"));

    @TempDir
    private Path folder;

    @Test
    void defaultsServeOnLoopback() {
        ServerConfig config = new ConfigReader().read();
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().tokenPort()).isEqualTo(OptionalInt.empty());
        assertThat(config.http().requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.storage().data()).isEqualTo(Path.of("data"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = file("http.port = 1\nhttp.host=127.0.0.3\nstorage.queue-max=5");
        ServerConfig config = new ConfigReader()
                .file(file)
                .environment(
                        Map.of("AGENTSETTINGS_HTTP_PORT", "2", "AGENTSETTINGS_HTTP_HOST", "127.0.0.4", "PATH", "x"))
                .option("--port", "http.port", 3)
                .option("--host", "http.host", null)
                .read();
        assertThat(config.http().port()).isEqualTo(3);
        assertThat(config.http().host()).isEqualTo("127.0.0.4");
        assertThat(config.storage().queueMax()).isEqualTo(5);
    }

    @Test
    void everyFaultIsReportedWithItsSource() throws IOException {
        Path file = file(
                "http.prot=1\nhttp.idle-timeout=PT1S\nhttp.idle-timeout=soon\nhttp.log-requests=yes\nstorage.batch-max=0");
        ConfigReader reader = new ConfigReader()
                .file(file)
                .environment(Map.of("AGENTSETTINGS_HTTP_PROT", "1", "AGENTSETTINGS_STORAGE_LANES", "5"))
                .option("--port", "http.port", 70_000);
        assertThatThrownBy(reader::read)
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        failure -> assertThat(failure.faults())
                                .containsExactly(
                                        "http.idle-timeout (" + file + "): must be set once.",
                                        "http.prot (" + file + "): unknown key; did you mean http.port?",
                                        "AGENTSETTINGS_HTTP_PROT: unknown environment variable; did you mean"
                                                + " AGENTSETTINGS_HTTP_PORT?",
                                        "http.idle-timeout (" + file
                                                + "): must be a duration like PT10S, got \"soon\".",
                                        "http.log-requests (" + file + "): must be true or false, got \"yes\".",
                                        "storage.lanes (AGENTSETTINGS_STORAGE_LANES): must be 1 to 4, got 5.",
                                        "storage.batch-max (" + file + "): must be 1 to 10000, got 0."));
    }

    @Test
    void aKeyLikeNoOtherIsReportedWithoutASuggestion() {
        ConfigReader reader = new ConfigReader().environment(Map.of("AGENTSETTINGS_THE_QUICK_BROWN_FOX_JUMPS", "1"));
        assertThatThrownBy(reader::read)
                .hasMessage(
                        "AGENTSETTINGS_THE_QUICK_BROWN_FOX_JUMPS: unknown environment variable; \"agentsettings config\" shows"
                                + " every key.");
    }

    @Test
    void theLaunchersVariableIsNoKey() {
        assertThat(new ConfigReader()
                        .environment(Map.of("AGENTSETTINGS_JAVA_OPTS", "-Xmx1g"))
                        .read())
                .isEqualTo(new ConfigReader().read());
    }

    @Test
    void theTokenPortDiffersFromThePort() {
        ConfigReader reader =
                new ConfigReader().option("--port", "http.port", 81).option("--token-port", "http.token-port", 81);
        assertThatThrownBy(reader::read).hasMessage("http.token-port (--token-port): must differ from http.port (81).");
        assertThat(new ConfigReader()
                        .option("--port", "http.port", 0)
                        .option("--token-port", "http.token-port", 0)
                        .read())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT23H", "P36501D", "P1Y", "forever"})
    void changesAreKeptForADurationOrForEver(String other) {
        assertThat(new ConfigReader().read().storage().historyKeep()).isEmpty();
        assertThat(new ConfigReader()
                        .option("--option", "history.keep", "P1D")
                        .read()
                        .storage()
                        .historyKeep())
                .contains(Duration.ofDays(1));
        assertThatThrownBy(new ConfigReader().option("--option", "history.keep", other)::read)
                .hasMessageStartingWith("history.keep (--option): must be ");
    }

    @Test
    void everyKeyHasASettingWithItsSource() {
        assertThat(new ConfigReader()
                        .environment(Map.of("AGENTSETTINGS_HTTP_PORT", "81"))
                        .settings())
                .hasSize(OTHER_VALUES.size())
                .contains(
                        new Setting("http.port", "81", "AGENTSETTINGS_HTTP_PORT"),
                        new Setting("http.host", "127.0.0.1", "default"))
                .filteredOn(Setting::isSet)
                .hasSize(1);
    }

    @Test
    void aPasswordIsNeverShown() {
        ConfigReader reader = new ConfigReader().option("--option", "storage.database-password", "a secret");
        assertThat(reader.settings()).contains(new Setting("storage.database-password", "***", "--option"));
        assertThat(reader.read().toString()).doesNotContain("a secret");
        assertThat(reader.read().storage().databasePassword().value()).isEqualTo("a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/x?password=hush",
                "jdbc:postgresql://db/x?ssl=true&PASSWORD=hush",
                "jdbc:postgresql://db/x?passwor%64=hush",
                "jdbc:postgresql://db/x?%70%61ssword=hush",
                "jdbc:postgresql://db/x?user=me%26password%3Dhush",
                "jdbc:postgresql://db/x?sslpassword=hush",
                "jdbc:postgresql://db/x?PGPASSWORD=hush",
                "jdbc:postgresql://me:hush@db/x",
                "jdbc:postgresql://me:hush%40db/x",
                "jdbc:postgresql://me:hu/hush@db/x",
                "jdbc:postgresql://me:hu?hush@db/x",
                "postgres://me:hush@db/x"
            })
    void anAddressOfADatabaseHoldsNoPasswordAndIsNotRepeated(String url) {
        ConfigReader reader = new ConfigReader().option("--database", "storage.database", url);
        assertThatThrownBy(reader::read)
                .hasMessageContaining("storage.database (--database): must not contain a user or a password; set"
                        + " storage.database-user and storage.database-password instead.")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db1:5432,db2/x?sslmode=verify-full",
                "jdbc:postgresql://password.example/passwords?user=me&passfile=/etc/pgpass",
                "jdbc:postgresql://db/x%25y?options=-c%20search_path=a"
            })
    void anAddressWithoutAPasswordIsTaken(String url) {
        assertThat(new ConfigReader()
                        .option("--database", "storage.database", url)
                        .read()
                        .storage()
                        .database())
                .isEqualTo(url);
    }

    @Test
    void anAddressOfAnotherEngineIsRefused() {
        assertThatThrownBy(() -> new ConfigReader()
                        .option("--database", "storage.database", "postgres://db")
                        .read())
                .hasMessageContaining("storage.database (--database): must begin with jdbc:postgresql://");
    }

    @Test
    void aFileThatCannotBeReadIsAFault() {
        ConfigReader reader = new ConfigReader().file(folder.resolve("none.properties"));
        assertThatThrownBy(reader::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("none.properties: no such file or directory.");
    }

    @TestFactory
    Stream<DynamicTest> everyKeyReachesTheConfiguration() {
        ServerConfig defaults = withRequired().read();
        return new ConfigReader()
                .settings().stream()
                        .map(Setting::key)
                        .map(key -> DynamicTest.dynamicTest(key, () -> {
                            assertThat(OTHER_VALUES).containsKey(key);
                            ServerConfig config = withRequired()
                                    .option("--option", key, OTHER_VALUES.get(key))
                                    .read();
                            assertThat(config).isNotEqualTo(defaults);
                        }));
    }

    /** Sets the keys that others require. */
    private static ConfigReader withRequired() {
        return new ConfigReader()
                .option("--option", "http.tls-certificate", "cert.pem")
                .option("--option", "http.tls-key", "key.pem")
                .option("--option", "http.tls-client-ca", "ca.pem")
                .option("--option", "management.tls-client-ca", "ca.pem")
                .option("--option", "http.trusted-proxies", "127.0.0.1")
                .option("--option", "management.tls-certificate", "cert.pem")
                .option("--option", "management.tls-key", "key.pem");
    }

    @Test
    void aCertificateIsRefusedWithoutItsKey() {
        assertThatThrownBy(() -> new ConfigReader()
                        .option("--option", "http.tls-certificate", "cert.pem")
                        .read())
                .hasMessage("http.tls-key: must be set too when http.tls-certificate is set.");
    }

    @Test
    void proxiesAreAddresses() {
        assertThatThrownBy(() -> new ConfigReader()
                        .option("--option", "http.trusted-proxies", "proxy.example")
                        .read())
                .hasMessage(
                        "http.trusted-proxies (--option): must be addresses or networks like 10.0.0.0/8, separated by"
                                + " commas, got \"proxy.example\".");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("test.properties"), text);
    }
}
