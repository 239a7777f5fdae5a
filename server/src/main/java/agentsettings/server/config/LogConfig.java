package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The log. */
public record LogConfig(
        @ConfigKey(
                value = "log.format",
                byDefault = "plain",
                help = "form of the log: `plain`, or `json` for a JSON object on each line")
        String format,

        @ConfigKey(
                value = "log.slow-requests",
                byDefault = "PT1S",
                help = "duration from which a request is logged as slow, `PT0.001S` to `PT1H`; empty disables it")
        Optional<Duration> slowRequests) {

    private static final List<String> FORMATS = List.of("plain", "json");

    public LogConfig {
        ConfigValidator validator = new ConfigValidator()
                .require(FORMATS.contains(format), "log.format", "must be plain or json, got \"" + format + "\".");
        slowRequests.ifPresent(duration ->
                validator.requireBetween("log.slow-requests", duration, Duration.ofMillis(1), Duration.ofHours(1)));
        validator.throwIfInvalid();
    }
}
