package agentsettings.client;

import agentsettings.client.vendor.AppCredentials;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** The real service with both interfaces in this process, on a SQLite folder, with the demo's app, key and users. */
public record RunningServer(AgentSettingsServer server) implements AutoCloseable {

    public static final AppCredentials APP = AppCredentials.of("demo-app", "demo-app-secret-for-local-use-only");
    public static final ManagementKeyText KEY = ManagementKeyText.parse(
                    "ask_demoadmn_demo-management-key-for-local-use-only")
            .orElseThrow();

    public static RunningServer start(Path folder, InstantSource clock) {
        return start(folder, clock, 0);
    }

    /**
     * Starts the service.
     *
     * @param managementPort 0 for any that is free
     */
    public static RunningServer start(Path folder, InstantSource clock, int managementPort) {
        return new RunningServer(AgentSettingsServer.start(
                new ConfigReader()
                        .option("--data", "storage.data", folder.resolve("data"))
                        .option("--port", "http.port", 0)
                        .option("--management-port", "management.port", managementPort)
                        .read(),
                true,
                clock,
                new Management()::door));
    }

    /** Of the vendor's interface. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + server.managementPort().getAsInt());
    }

    /** One of the demo's users, 1 to 20. */
    public static String user(int number) {
        return "10gg000000demoUser" + (number < 10 ? "0" : "") + number;
    }

    @Override
    public void close() {
        server.close();
    }
}
