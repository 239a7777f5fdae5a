package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.time.Duration;

/** The limits of requests, and the life of signing keys. */
public record SecurityConfig(
        @ConfigKey(
                value = "security.requests-per-second",
                byDefault = "0",
                help =
                        "requests per second that an app or a management key may send; further ones are refused with 429; 0 means no limit")
        int requestsPerSecond,

        @ConfigKey(
                value = "security.address-requests-per-second",
                byDefault = "0",
                help =
                        "requests per second that may come from a client's address; further ones are refused with 429, and their connection is closed; 0 means no limit")
        int addressRequestsPerSecond,

        @ConfigKey(
                value = "security.signing-key-life",
                byDefault = "P30D",
                help = "age at which the key that signs tokens is replaced by a new one, `PT1H` to `P365D`")
        Duration signingKeyLife) {

    public SecurityConfig {
        new ConfigValidator()
                .requireBetween("security.requests-per-second", requestsPerSecond, 0, 1_000_000)
                .requireBetween("security.address-requests-per-second", addressRequestsPerSecond, 0, 1_000_000)
                .requireBetween("security.signing-key-life", signingKeyLife, Duration.ofHours(1), Duration.ofDays(365))
                .throwIfInvalid();
    }
}
