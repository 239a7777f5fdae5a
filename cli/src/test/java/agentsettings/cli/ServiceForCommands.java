package agentsettings.cli;

import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a service in this process for each test, with the demo's users, in a folder of its own, and runs commands that call it. Used by one
 * test at a time.
 */
final class ServiceForCommands implements BeforeEachCallback, AfterEachCallback {

    static final String TENANT = "202205116084";
    static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    static final String USER = "10gg000000demoUser01";

    private final UnaryOperator<ConfigReader> configuration;
    private Path folder;
    private AgentSettingsServer server;

    /** A service on an embedded database. */
    ServiceForCommands() {
        this(UnaryOperator.identity());
    }

    /** A service that is configured further. */
    ServiceForCommands(UnaryOperator<ConfigReader> configuration) {
        this.configuration = configuration;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("agentsettings-cli");
        ConfigReader config = new ConfigReader()
                .option("--data", "storage.data", data())
                .option("--port", "http.port", 0)
                .option("--management-port", "management.port", 0);
        server = AgentSettingsServer.start(
                configuration.apply(config).read(), true, InstantSource.system(), new Management()::door);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A folder for the test, which is deleted afterwards. */
    Path folder() {
        return folder;
    }

    /** The data folder of the service. */
    Path data() {
        return folder.resolve("data");
    }

    String address() {
        return "http://127.0.0.1:" + server.managementPort().getAsInt();
    }

    /** The variables that name the service and its key. */
    Map<String, String> variables() {
        return Map.of("AGENTSETTINGS_URL", address(), "AGENTSETTINGS_KEY", KEY);
    }

    /** These variables and a home, in which there may be a profile. */
    Map<String, String> withHome(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", folder.resolve("home").toString());
        return Map.copyOf(all);
    }

    Path profile() {
        return folder.resolve("home/.config/agentsettings/profile");
    }

    /** Runs the command, whose words are separated by spaces, with further options. */
    CommandRun run(String command, String... options) {
        return CommandRun.run(variables(), "", words(command, options));
    }

    /** Runs the command on the demo's tenant space. */
    CommandRun inTenant(String command, String... options) {
        return run(command + " --tenant " + TENANT, options);
    }

    /** Runs the command on a user. */
    CommandRun onUser(String command, String... options) {
        return inTenant(command + " --user-id " + USER, options);
    }

    static String[] words(String command, String... options) {
        return Stream.concat(Stream.of(command.split(" ", -1)), Stream.of(options))
                .toArray(String[]::new);
    }
}
