package agentsettings.server.http.tls;

import io.vertx.core.Future;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The TLS of the ports that share a certificate. Reads the files again every second, on a thread of its own until it is closed, and
 * replaces the certificate for new connections when they have changed. Safe for use by many threads.
 */
public final class ServerTls implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ServerTls.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration VALIDITY_INTERVAL = Duration.ofDays(1);

    private final TlsFiles files;
    private final InstantSource clock;
    private final List<Function<ServerSSLOptions, Future<?>>> ports = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile ServerCertificate certificate;
    private volatile ClientAuthorities clients;
    private Reading last;
    private Reading handled;
    private Instant nextValidityCheck = Instant.MIN;

    /** What a look at the files has found: either is null. */
    private record Reading(TlsContents contents, String failure) {}

    private ServerTls(TlsFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.handled = new Reading(files.read(), null);
        this.last = handled;
        this.certificate = ServerCertificate.of(files, handled.contents());
        this.clients = ClientAuthorities.of(files, handled.contents());
        checkValidity();
        this.thread = Thread.ofVirtual().name("tls-reload").start(this::run);
    }

    /**
     * Loads the files, and begins to watch them.
     *
     * @throws IllegalStateException if they can't be used; the message names the configuration key and what to do
     */
    public static ServerTls load(TlsFiles files, InstantSource clock) {
        return new ServerTls(files, clock);
    }

    /** The options for a port. */
    public ServerSSLOptions options() {
        ServerSSLOptions options = new ServerSSLOptions();
        options.setKeyCertOptions(certificate.options());
        options.setSslHandshakeTimeout(0); // TlsHandler has a deadline
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        CipherSuites.ENABLED.forEach(options::addEnabledCipherSuite);
        if (!clients.isEmpty()) {
            options.setClientAuth(ClientAuth.REQUIRED).setTrustOptions(clients.options());
        }
        return options;
    }

    /** Has a port's options replaced whenever the files change. */
    public void onChange(Function<ServerSSLOptions, Future<?>> port) {
        ports.add(port);
    }

    private void run() {
        try {
            while (!stopping.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                step();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("reloading must not be interrupted", e);
        }
    }

    /** Handles what has changed when it is found the same twice, so that files are not used while they are replaced. */
    private void step() {
        Reading reading = read();
        boolean settled = reading.equals(last);
        last = reading;
        if (settled && !reading.equals(handled)) {
            handled = reading;
            handle(reading);
        }
        checkValidity();
    }

    private Reading read() {
        try {
            return new Reading(files.read(), null);
        } catch (IllegalStateException e) {
            return new Reading(null, e.getMessage());
        }
    }

    private void handle(Reading reading) {
        try {
            if (reading.contents() == null) {
                throw new IllegalStateException(reading.failure());
            }
            ClientAuthorities changed = ClientAuthorities.of(files, reading.contents());
            certificate = ServerCertificate.of(files, reading.contents());
            clients = changed;
            ServerSSLOptions options = options();
            for (Function<ServerSSLOptions, Future<?>> port : ports) {
                port.apply(options).await();
            }
            LOG.log(System.Logger.Level.INFO, "Loaded a new certificate from {0}", certificate);
            nextValidityCheck = Instant.MIN;
        } catch (Exception e) { // also checked ones, which Vert.x throws undeclared
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The TLS files have changed but cannot be used; the certificate loaded before stays in use: {0}",
                    e.getMessage());
        }
    }

    /** Warns once a day of a certificate that has expired or expires soon. */
    private void checkValidity() {
        Instant now = clock.instant();
        if (!now.isBefore(nextValidityCheck)) {
            nextValidityCheck = now.plus(VALIDITY_INTERVAL);
            certificate.validityWarning(now).ifPresent(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        }
    }

    /** Waits for the look at the files that is under way. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
