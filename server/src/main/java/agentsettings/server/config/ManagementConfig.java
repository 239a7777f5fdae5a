package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.util.OptionalInt;

/** The listener of the management interface and the console. */
public record ManagementConfig(
        @ConfigKey(
                value = "management.host",
                byDefault = "127.0.0.1",
                help = "address of the console and the management interface")
        String host,

        @ConfigKey(
                value = "management.port",
                byDefault = "8081",
                help = "port of the console and the management interface; 0 chooses a free one, empty disables it")
        OptionalInt port) {

    public ManagementConfig {
        ConfigValidator validator =
                new ConfigValidator().require(!host.isBlank(), "management.host", "must not be empty.");
        port.ifPresent(number -> validator.requireBetween("management.port", number, 0, 65_535));
        validator.throwIfInvalid();
    }
}
