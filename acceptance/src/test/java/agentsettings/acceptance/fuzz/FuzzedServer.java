package agentsettings.acceptance.fuzz;

import agentsettings.core.apps.Caller;
import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.ServerConfig;
import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;

/** The demo's server in the fuzzer's own process, so that its coverage guides the fuzzer. Started by the first input, and never stopped. */
final class FuzzedServer {

    /** A caller of the demo's app. */
    static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    private static final AgentSettingsServer SERVER = start();

    static URI vendor() {
        return URI.create("http://127.0.0.1:" + SERVER.port());
    }

    static URI management() {
        return URI.create("http://127.0.0.1:" + SERVER.managementPort().getAsInt());
    }

    private static AgentSettingsServer start() {
        var _ = BugDetectors.allowNetworkConnections();
        try {
            ServerConfig config = new ConfigReader()
                    .option(
                            "--data",
                            "storage.data",
                            Files.createTempDirectory("fuzz").resolve("data"))
                    .option("--port", "http.port", 0)
                    .option("--management-port", "management.port", 0)
                    .read();
            return AgentSettingsServer.start(config, true, InstantSource.system(), new Management()::door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FuzzedServer() {}
}
