package agentsettings.server.config;

import java.time.Duration;
import java.util.OptionalInt;

/** Where the service listens, and what it allows there. */
public record HttpConfig(
        @ConfigKey(value = "http.host", byDefault = "127.0.0.1", help = "address to listen on")
        String host,

        @ConfigKey(value = "http.port", byDefault = "8080", help = "port to listen on, 0 for any that is free")
        int port,

        @ConfigKey(
                value = "http.token-port",
                byDefault = "",
                help = "second port that serves the token endpoint alone; none when empty")
        OptionalInt tokenPort,

        @ConfigKey(
                value = "http.event-loops",
                byDefault = "0",
                help = "threads that serve requests, 0 for one a processor")
        int eventLoops,

        @ConfigKey(
                value = "http.connections-max",
                byDefault = "10000",
                help = "open connections; more are closed at once")
        int connectionsMax,

        @ConfigKey(
                value = "http.idle-timeout",
                byDefault = "PT1M",
                help = "time a connection may take until its next request's head is there")
        Duration idleTimeout,

        @ConfigKey(
                value = "http.request-timeout",
                byDefault = "PT10S",
                help = "time a request may take to arrive and to be answered")
        Duration requestTimeout,

        @ConfigKey(
                value = "http.drain-timeout",
                byDefault = "PT20S",
                help = "time that requests under way have to end when the service stops")
        Duration drainTimeout,

        @ConfigKey(value = "http.log-requests", byDefault = "false", help = "write a line for each request")
        boolean logRequests) {

    public HttpConfig {
        Check.that(!host.isBlank(), "http.host: must not be empty.");
        Check.between("http.port", port, 0, 65_535);
        if (tokenPort.isPresent()) {
            Check.between("http.token-port", tokenPort.getAsInt(), 0, 65_535);
            Check.that(
                    port == 0 || tokenPort.getAsInt() != port,
                    "http.token-port: must be another than http.port, not " + port + " too.");
        }
        Check.between("http.event-loops", eventLoops, 0, 1024);
        eventLoops = eventLoops == 0 ? Runtime.getRuntime().availableProcessors() : eventLoops;
        Check.between("http.connections-max", connectionsMax, 1, 1_000_000);
        Check.between("http.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofHours(1));
        Check.between("http.request-timeout", requestTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
        Check.between("http.drain-timeout", drainTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }
}
