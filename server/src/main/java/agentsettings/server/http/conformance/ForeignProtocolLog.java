package agentsettings.server.http.conformance;

import agentsettings.core.logging.LineRate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Logs that a client speaks a protocol that its port does not serve, at most once a minute for each protocol. Safe for use by many
 * threads.
 */
public final class ForeignProtocolLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(ForeignProtocolLog.class.getName());

    private final Map<ForeignProtocol, LineRate> rates = new EnumMap<>(ForeignProtocol.class);

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public ForeignProtocolLog(LongSupplier nanoTime) {
        for (ForeignProtocol protocol : ForeignProtocol.values()) {
            rates.put(protocol, new LineRate(INTERVAL, nanoTime));
        }
    }

    /**
     * Notes a client.
     *
     * @param client its address
     * @param port the port of this service
     */
    public void spoken(ForeignProtocol protocol, String client, int port) {
        rates.get(protocol)
                .log(others -> LOG.log(
                        System.Logger.Level.INFO,
                        "A client at {0} speaks {1} to port {2}, which serves {3}{4}",
                        client,
                        protocol.description(),
                        Integer.toString(port),
                        protocol.advice(),
                        others));
    }
}
