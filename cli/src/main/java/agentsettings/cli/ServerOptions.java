package agentsettings.cli;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.server.config.ConfigReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that configure a server. */
final class ServerOptions {

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--host", paramLabel = "HOST", description = "address to listen on (default: 127.0.0.1)")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port to listen on; 0 chooses a free one (default: 8080)")
    private Integer port;

    @Option(
            names = "--token-port",
            paramLabel = "PORT",
            description = "second port, which serves only the token endpoint; 0 chooses a free one")
    private Integer tokenPort;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "port of the console and the management interface; 0 chooses a free one (default: 8081,"
                    + " with --port 0 a free one)")
    private Integer managementPort;

    /** The configuration: a file's, overridden by the environment's, overridden by these options. */
    ConfigReader configuration() {
        ConfigReader configuration = database.configuration()
                .option("--host", "http.host", host)
                .option("--port", "http.port", port)
                .option("--token-port", "http.token-port", tokenPort)
                .option("--management-port", "management.port", managementPort);
        return port != null && port == 0 ? configuration.implied("--port", "management.port", 0) : configuration;
    }
}
