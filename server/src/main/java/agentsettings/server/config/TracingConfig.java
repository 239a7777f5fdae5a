package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;

/** Traces of requests and batches. */
public record TracingConfig(
        @ConfigKey(
                value = "tracing.endpoint",
                byDefault = "",
                help =
                        "address to which traces are sent by OTLP over HTTP, as in `http://127.0.0.1:4318/v1/traces`; empty disables them")
        String endpoint,

        @ConfigKey(
                value = "tracing.percent",
                byDefault = "100",
                help = "share of requests and batches that are traced, 1 to 100, of those that belong to no trace yet")
        int percent) {

    public TracingConfig {
        new ConfigValidator()
                .require(
                        endpoint.isEmpty() || endpoint.startsWith("http://") || endpoint.startsWith("https://"),
                        "tracing.endpoint",
                        "must begin with http:// or https://, or be empty.")
                .require(!endpoint.contains("@"), "tracing.endpoint", "must not contain a user or a password.")
                .requireBetween("tracing.percent", percent, 1, 100)
                .throwIfInvalid();
    }
}
