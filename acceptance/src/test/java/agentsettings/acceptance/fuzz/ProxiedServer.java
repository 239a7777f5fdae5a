package agentsettings.acceptance.fuzz;

import agentsettings.server.addresses.CidrBlocks;
import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.transport.Transports;
import agentsettings.server.limits.AddressRateLimit;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.observation.RequestLog;
import agentsettings.server.routes.Route;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.security.Refused;
import agentsettings.server.tracing.Tracing;
import agentsettings.wire.ReturnCode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The vendor's door behind proxies on this machine, with the observers that read headers. It notes what they see of each request, and is
 * never stopped.
 */
final class ProxiedServer {

    private static final Duration HANGING = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger("agentsettings.requests");

    /** Proxies tell their clients by headers. */
    static final ProxiedServer BY_HEADERS = new ProxiedServer(false);

    /** Proxies tell their clients by the PROXY protocol. */
    static final ProxiedServer BY_PROTOCOL = new ProxiedServer(true);

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private final LastLine lastLine = new LastLine();
    private final RequestLog log = new RequestLog(true, Optional.empty());
    private final Tracing tracing;
    private final int port;

    /**
     * What was seen of a request.
     *
     * @param line of the log
     * @param failure of an observer, null if none has failed
     */
    record Seen(String client, String line, Throwable failure) {}

    private ProxiedServer(boolean proxyProtocol) {
        FixedResponses collector = new FixedResponses();
        collector.respond(200, "", new byte[0]);
        tracing = new Tracing(collector.address() + "/v1/traces", 100, InstantSource.system());
        ConnectionLimits limits = new ConnectionLimits(100, TIMEOUT, TIMEOUT, new AddressRateLimit(0));
        TrustedProxies proxies = new TrustedProxies(CidrBlocks.parse("127.0.0.1"), proxyProtocol);
        RouteTable routes = new RouteTable(List.of(
                Route.post("/", "anyone", exchange -> exchange.refuse(new Refused(ReturnCode.SUCCESS, "served")))));
        HttpServers servers = new HttpServers(Transports.of(System.getProperty("http.transport", "nio")), 1, HANGING);
        port = servers.listen(
                new ListenerOptions("127.0.0.1", 0, limits, null, proxies),
                new VendorDoor(routes, TIMEOUT, this::finished));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Forgets what was seen of requests whose response nobody has read. */
    void forget() {
        seen.clear();
    }

    /** What was seen of the next request. */
    Seen next() {
        try {
            Seen next = seen.poll(HANGING.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("a request was not observed");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    private void finished(FinishedExchange exchange) {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(lastLine);
        try {
            ExchangeObserver.all(List.of(log, tracing)).finished(exchange);
            seen.add(new Seen(exchange.request().remoteHost(), lastLine.text, null));
        } catch (RuntimeException e) {
            seen.add(new Seen(null, null, e));
        } finally {
            LOG.removeHandler(lastLine);
        }
    }

    /** Keeps the last line. Used by one event loop. */
    private static final class LastLine extends Handler {

        private String text;

        @Override
        public void publish(LogRecord entry) {
            text = new SimpleFormatter().formatMessage(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
