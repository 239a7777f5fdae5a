package agentsettings.management;

import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The real service with the demo's data and its management interface, each on a free port, by the transport that
 * {@code -Dhttp.transport} names, otherwise by NIO.
 */
final class ManagementServer implements AutoCloseable {

    private final AgentSettingsServer server;

    private ManagementServer(ConfigReader config) {
        this(config, InstantSource.system());
    }

    private ManagementServer(ConfigReader config, InstantSource clock) {
        server = AgentSettingsServer.start(
                config.option("--port", "http.port", 0)
                        .option("--management-port", "management.port", 0)
                        .option("--option", "http.transport", System.getProperty("http.transport", "nio"))
                        .read(),
                true,
                clock,
                new Management()::door);
    }

    /** On an embedded database in a folder that does not exist yet. */
    static ManagementServer onSqlite(Path folder) {
        return new ManagementServer(new ConfigReader().option("--data", "storage.data", folder));
    }

    /** On PostgreSQL; the folder holds what is stored outside of the database. */
    static ManagementServer onPostgres(Path folder, String url, String user) {
        return new ManagementServer(configOfPostgres(folder, url, user));
    }

    /** The configuration for PostgreSQL. */
    static ConfigReader configOfPostgres(Path folder, String url, String user) {
        return new ConfigReader()
                .option("--data", "storage.data", folder)
                .option("--database", "storage.database", url)
                .option("--user", "storage.database-user", user);
    }

    /** With this configuration. */
    static ManagementServer of(ConfigReader config) {
        return new ManagementServer(config);
    }

    /** With another clock, by which changes are kept for a day. */
    static ManagementServer keepingADay(ConfigReader config, InstantSource clock) {
        return new ManagementServer(config.option("--option", "history.keep", "P1D"), clock);
    }

    /** With another clock. */
    static ManagementServer at(ConfigReader config, InstantSource clock) {
        return new ManagementServer(config, clock);
    }

    /** With a value for another key of the configuration. */
    static ManagementServer onSqlite(Path folder, String key, Object value) {
        return new ManagementServer(
                new ConfigReader().option("--data", "storage.data", folder).option("--option", key, value));
    }

    URI management(String path) {
        return URI.create("http://127.0.0.1:" + server.managementPort().getAsInt() + path);
    }

    URI vendor(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        server.close();
    }
}
