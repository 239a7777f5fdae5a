package agentsettings.cli;

import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A running service in this process with the demo's users, and commands that call it. */
record ServiceForCommands(AgentSettingsServer server, Path folder) implements AutoCloseable {

    static final String TENANT = "202205116084";
    static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    static final String USER = "10gg000000demoUser01";

    static ServiceForCommands start(Path folder) {
        return new ServiceForCommands(
                AgentSettingsServer.start(
                        new ConfigReader()
                                .option("--data", "storage.data", folder.resolve("data"))
                                .option("--port", "http.port", 0)
                                .option("--management-port", "management.port", 0)
                                .read(),
                        true,
                        InstantSource.system(),
                        new Management()::door),
                folder);
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

    @Override
    public void close() {
        server.close();
    }
}
