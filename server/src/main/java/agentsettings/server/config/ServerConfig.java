package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigValidator;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The whole configuration of a server. */
public record ServerConfig(
        HttpConfig http,
        ManagementConfig management,
        StorageConfig storage,
        SecurityConfig security,
        LogConfig log,
        TracingConfig tracing) {

    public ServerConfig {
        OptionalInt port = management.port();
        new ConfigValidator()
                .require(
                        !isSame(port, OptionalInt.of(http.port())),
                        "management.port",
                        "must differ from http.port (" + http.port() + ").")
                .require(!isSame(port, http.tokenPort()), "management.port", "must differ from http.token-port.")
                .throwIfInvalid();
    }

    /** The same without the listener of the management interface. */
    public ServerConfig withoutManagement() {
        Path none = Path.of("");
        return new ServerConfig(
                http,
                new ManagementConfig(management.host(), OptionalInt.empty(), none, none, none, false),
                storage,
                security,
                log,
                tracing);
    }

    /** Whether both are the same port; 0 stands for any that is free. */
    private static boolean isSame(OptionalInt port, OptionalInt other) {
        return port.isPresent() && port.getAsInt() != 0 && port.equals(other);
    }
}
