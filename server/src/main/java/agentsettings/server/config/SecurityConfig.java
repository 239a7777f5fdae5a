package agentsettings.server.config;

/** How much a single app may ask for. */
public record SecurityConfig(
        @Key(
                value = "security.requests-per-second",
                byDefault = "0",
                help = "requests an app may send each second, 0 for any number; more are refused with 429")
        int requestsPerSecond) {

    public SecurityConfig {
        Check.between("security.requests-per-second", requestsPerSecond, 0, 1_000_000);
    }
}
