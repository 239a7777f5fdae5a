package agentsettings.client.vendor;

import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** The real service in this process, on a SQLite folder, with the demo's app and users. */
record RunningServer(AgentSettingsServer server) implements AutoCloseable {

    static final AppCredentials APP = AppCredentials.of("demo-app", "demo-app-secret-for-local-use-only");

    static RunningServer start(Path folder, InstantSource clock) {
        return new RunningServer(AgentSettingsServer.start(
                new ConfigReader()
                        .option("--data", "storage.data", folder.resolve("data"))
                        .option("--port", "http.port", 0)
                        .read(),
                true,
                clock));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** One of the demo's users, 1 to 20. */
    static String user(int number) {
        return "10gg000000demoUser" + (number < 10 ? "0" : "") + number;
    }

    @Override
    public void close() {
        server.close();
    }
}
