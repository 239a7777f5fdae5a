package agentsettings.server.config;

import java.time.Duration;

/** How much a single app may ask for, and how long a signing key is used. */
public record SecurityConfig(
        @ConfigKey(
                value = "security.requests-per-second",
                byDefault = "0",
                help = "requests an app may send each second, 0 for any number; more are refused with 429")
        int requestsPerSecond,

        @ConfigKey(
                value = "security.signing-key-life",
                byDefault = "P30D",
                help = "age at which the key that signs tokens is followed by a new one, `PT1H` to `P365D`")
        Duration signingKeyLife) {

    public SecurityConfig {
        Check.between("security.requests-per-second", requestsPerSecond, 0, 1_000_000);
        Check.between("security.signing-key-life", signingKeyLife, Duration.ofHours(1), Duration.ofDays(365));
    }
}
