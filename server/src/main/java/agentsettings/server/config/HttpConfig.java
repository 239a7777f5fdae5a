package agentsettings.server.config;

import agentsettings.server.addresses.CidrBlocks;
import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The listeners and their limits. */
public record HttpConfig(
        @ConfigKey(value = "http.host", byDefault = "127.0.0.1", help = "address to listen on")
        String host,

        @ConfigKey(value = "http.port", byDefault = "8080", help = "port to listen on; 0 chooses a free one")
        int port,

        @ConfigKey(
                value = "http.token-port",
                byDefault = "",
                help = "second port, which serves only the token endpoint; 0 chooses a free one, empty disables it")
        OptionalInt tokenPort,

        @ConfigKey(
                value = "http.tls-certificate",
                byDefault = "",
                help =
                        "PEM file with the certificate chain, the server's certificate first; makes the port and the token port speak TLS only")
        Path tlsCertificate,

        @ConfigKey(
                value = "http.tls-key",
                byDefault = "",
                help = "PEM file with the private key of `http.tls-certificate`, without a passphrase")
        Path tlsKey,

        @ConfigKey(
                value = "http.tls-client-ca",
                byDefault = "",
                help =
                        "PEM file with the certificates of authorities; with it a client must present a certificate that one of them has issued, besides its credentials")
        Path tlsClientCa,

        @ConfigKey(
                value = "http.tls-client-names-app",
                byDefault = "false",
                help = "if true, the common name (CN) of a client's certificate must be the key of the app that calls")
        boolean tlsClientNamesApp,

        @ConfigKey(
                value = "http.trusted-proxies",
                byDefault = "",
                help =
                        "addresses and networks of proxies, like `10.0.0.0/8, 2001:db8::1`, that are believed on every port when they say who their client is")
        CidrBlocks trustedProxies,

        @ConfigKey(
                value = "http.proxy-protocol",
                byDefault = "false",
                help =
                        "if true, connections of trusted proxies must begin with a header of the PROXY protocol, version 1 or 2")
        boolean proxyProtocol,

        @ConfigKey(
                value = "http.transport",
                byDefault = "nio",
                help =
                        "how connections are read and written: by `nio`, by `io_uring` in a build that has it, or `auto` for io_uring where it can be used")
        String transport,

        @ConfigKey(
                value = "http.event-loops",
                byDefault = "0",
                help = "threads that serve requests; 0 means one per processor")
        int eventLoops,

        @ConfigKey(
                value = "http.connections-max",
                byDefault = "10000",
                help = "maximum number of open connections; further ones are closed at once")
        int connectionsMax,

        @ConfigKey(
                value = "http.idle-timeout",
                byDefault = "PT1M",
                help = "maximum time between requests on a connection")
        Duration idleTimeout,

        @ConfigKey(
                value = "http.request-timeout",
                byDefault = "PT10S",
                help =
                        "maximum time for the headers of a request to arrive, and from then on for its body and the response")
        Duration requestTimeout,

        @ConfigKey(
                value = "http.drain-timeout",
                byDefault = "PT20S",
                help = "maximum time for a stop; requests under way may take three quarters of it")
        Duration drainTimeout,

        @ConfigKey(value = "http.log-requests", byDefault = "false", help = "log a line for each request")
        boolean logRequests) {

    private static final List<String> TRANSPORTS = List.of("nio", "io_uring", "auto");

    public HttpConfig {
        ConfigValidator validator = new ConfigValidator()
                .require(!host.isBlank(), "http.host", "must not be empty.")
                .requireBetween("http.port", port, 0, 65_535)
                .require(
                        TRANSPORTS.contains(transport),
                        "http.transport",
                        "must be nio, io_uring or auto, got \"" + transport + "\".")
                .requireBetween("http.event-loops", eventLoops, 0, 1024)
                .requireBetween("http.connections-max", connectionsMax, 1, 1_000_000)
                .requireBetween("http.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofHours(1))
                .requireBetween("http.request-timeout", requestTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5))
                .requireBetween("http.drain-timeout", drainTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
        validator.require(
                !proxyProtocol || !trustedProxies.isEmpty(),
                "http.proxy-protocol",
                "takes http.trusted-proxies, whose connections have the header.");
        requireTls(validator, tlsCertificate, tlsKey, tlsClientCa, tlsClientNamesApp);
        if (tokenPort.isPresent()) {
            boolean differs = port == 0 || tokenPort.getAsInt() != port;
            validator
                    .requireBetween("http.token-port", tokenPort.getAsInt(), 0, 65_535)
                    .require(differs, "http.token-port", "must differ from http.port (" + port + ").");
        }
        validator.throwIfInvalid();
        eventLoops = eventLoops == 0 ? Runtime.getRuntime().availableProcessors() : eventLoops;
    }

    private static void requireTls(
            ConfigValidator validator, Path tlsCertificate, Path tlsKey, Path tlsClientCa, boolean tlsClientNamesApp) {
        validator
                .requireTogether("http.tls-certificate", tlsCertificate, "http.tls-key", tlsKey)
                .require(
                        tlsClientCa.toString().isEmpty()
                                || !tlsCertificate.toString().isEmpty(),
                        "http.tls-client-ca",
                        "takes http.tls-certificate.")
                .require(
                        !tlsClientNamesApp || !tlsClientCa.toString().isEmpty(),
                        "http.tls-client-names-app",
                        "takes http.tls-client-ca.");
    }

    /** The part of the drain timeout that the listeners may take; the storage needs the rest to commit what is queued. */
    public Duration drainTimeoutOfListeners() {
        return drainTimeout.multipliedBy(3).dividedBy(4);
    }

    /** Whether the ports speak TLS. */
    public boolean hasTls() {
        return !tlsCertificate.toString().isEmpty();
    }
}
