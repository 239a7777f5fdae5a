package agentsettings.acceptance.numbers;

import agentsettings.client.ClientConfig;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.vendor.AppCredentials;
import agentsettings.client.vendor.VendorClient;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A node that serves a demo in this process, with clients of both interfaces. */
record NumberNode(AgentSettingsServer server, VendorClient vendor, ManagementClient management)
        implements AutoCloseable {

    private static final AppCredentials APP = AppCredentials.of("demo-app", "demo-app-secret-for-local-use-only");
    private static final ManagementKeyText KEY = ManagementKeyText.parse(
                    "ask_demoadmn_demo-management-key-for-local-use-only")
            .orElseThrow();

    /** Starts to serve the database of this configuration, on free ports. */
    static NumberNode start(ConfigReader database) {
        ConfigReader config = database.option("--port", "http.port", 0)
                .option("--management-port", "management.port", 0)
                .option("--requests", "security.requests-per-second", 1_000_000);
        AgentSettingsServer server =
                AgentSettingsServer.start(config.read(), true, InstantSource.system(), new Management()::door);
        return new NumberNode(
                server,
                new VendorClient(config(server.port()), APP, InstantSource.system(), new SecureRandom()),
                new ManagementClient(
                        config(server.managementPort().orElseThrow()),
                        KEY,
                        InstantSource.system(),
                        new SecureRandom()));
    }

    private static ClientConfig config(int port) {
        return ClientConfig.of(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        vendor.close();
        management.close();
        server.close();
    }
}
