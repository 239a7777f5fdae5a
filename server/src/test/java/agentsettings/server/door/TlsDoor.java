package agentsettings.server.door;

import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.tls.ServerTls;
import agentsettings.server.http.tls.TestCertificate;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The vendor's door on a port with TLS, and what a client needs to trust it. */
final class TlsDoor implements AutoCloseable {

    static final int CONNECTIONS_MAX = 10;

    /** How long a handshake or a request may take, and a connection be idle, where that is not what is tested. */
    static final Duration LONG = Duration.ofMinutes(1);

    static final Duration SHORT = Duration.ofSeconds(2);

    final int port;
    private final HttpServers servers = DoorServers.start(2, Duration.ofSeconds(20));
    private final ServerTls tls;

    TlsDoor(TestCertificate certificate, Path folder, Duration timeout) throws IOException {
        this(ServerTls.load(certificate.write(folder), InstantSource.system()), timeout);
    }

    TlsDoor(ServerTls tls, Duration timeout) {
        this.tls = tls;
        RouteTable routes = new RouteTable(List.of(Route.post(
                "/",
                "anyone",
                exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served " + exchange.body().length)))));
        ConnectionLimits limits = new ConnectionLimits(CONNECTIONS_MAX, timeout, timeout, new AddressRateLimit(0));
        port = servers.listen(
                new ListenerOptions("127.0.0.1", 0, limits, tls, TrustedProxies.NONE),
                new VendorDoor(routes, timeout, finished -> {}));
    }

    /** Trusts this certificate alone. */
    static SSLContext trusting(X509Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** A connection without TLS so far. */
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** The certificate that a new connection gets. */
    X509Certificate presented(SSLContext context) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Override
    public void close() {
        tls.close();
        servers.close();
    }
}
