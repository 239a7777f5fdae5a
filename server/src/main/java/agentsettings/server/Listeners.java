package agentsettings.server;

import agentsettings.server.config.HttpConfig;
import agentsettings.server.config.ManagementConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.tls.ServerTls;
import agentsettings.server.http.tls.TlsFiles;
import agentsettings.server.limits.AddressRateLimit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What each port is listened on with, checked before anything is written. The port of the token endpoint shares the main port's
 * certificate and number of connections. Closing ends the watch over the certificates. Immutable.
 */
record Listeners(ListenerOptions main, Optional<ListenerOptions> token, Optional<ListenerOptions> management)
        implements AutoCloseable {

    /** Separate from those of the vendor's clients, which could otherwise keep operators out. */
    private static final int MANAGEMENT_CONNECTIONS_MAX = 500;

    /**
     * Checks that the ports are free, and loads the certificates.
     *
     * @throws IllegalStateException if a port or a certificate can't be used, with its configuration key
     */
    static Listeners of(ServerConfig config, InstantSource clock) {
        FreePorts.require(config);
        HttpConfig http = config.http();
        ServerTls tls =
                http.hasTls() ? tls("http", http.tlsCertificate(), http.tlsKey(), http.tlsClientCa(), clock) : null;
        try {
            TrustedProxies proxies = new TrustedProxies(http.trustedProxies(), http.proxyProtocol());
            int connectionsMax = OpenFileLimit.connections(http.connectionsMax(), MANAGEMENT_CONNECTIONS_MAX);
            ListenerOptions main =
                    new ListenerOptions(http.host(), http.port(), connections(config, connectionsMax), tls, proxies);
            return new Listeners(
                    main,
                    http.tokenPort().stream().mapToObj(main::withPort).findFirst(),
                    management(config, proxies, clock));
        } catch (IllegalStateException e) {
            close(tls);
            throw e;
        }
    }

    private static Optional<ListenerOptions> management(
            ServerConfig config, TrustedProxies proxies, InstantSource clock) {
        ManagementConfig management = config.management();
        if (management.port().isEmpty()) {
            return Optional.empty();
        }
        ServerTls tls = management.hasTls()
                ? tls("management", management.tlsCertificate(), management.tlsKey(), management.tlsClientCa(), clock)
                : null;
        ConnectionLimits connections = connections(config, MANAGEMENT_CONNECTIONS_MAX);
        return Optional.of(
                new ListenerOptions(management.host(), management.port().getAsInt(), connections, tls, proxies));
    }

    private static ServerTls tls(String section, Path certificate, Path key, Path clientCa, InstantSource clock) {
        Path authorities = clientCa.toString().isEmpty() ? null : clientCa;
        return ServerTls.load(new TlsFiles(section, certificate, key, authorities), clock);
    }

    private static ConnectionLimits connections(ServerConfig config, int openMax) {
        return new ConnectionLimits(
                openMax,
                config.http().idleTimeout(),
                config.http().requestTimeout(),
                new AddressRateLimit(config.security().addressRequestsPerSecond()));
    }

    @Override
    public void close() {
        close(main.tls());
        management.map(ListenerOptions::tls).ifPresent(Listeners::close);
    }

    private static void close(ServerTls tls) {
        if (tls != null) {
            tls.close();
        }
    }
}
