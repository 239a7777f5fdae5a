package agentsettings.server.http.conformance;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Logs that a client speaks a protocol that its port does not serve: a line at most once a minute for each protocol, with the number of
 * clients since the last line. Safe for use by many threads.
 */
public final class ForeignProtocolLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(ForeignProtocolLog.class.getName());

    private final Map<ForeignProtocol, Long> lastLogged = new EnumMap<>(ForeignProtocol.class);
    private final Map<ForeignProtocol, Integer> notLogged = new EnumMap<>(ForeignProtocol.class);
    private final LongSupplier nanoTime;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public ForeignProtocolLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Notes a client.
     *
     * @param client its address
     * @param port the port of this service
     */
    public synchronized void spoken(ForeignProtocol protocol, String client, int port) {
        long now = nanoTime.getAsLong();
        Long last = lastLogged.get(protocol);
        if (last != null && now - last < INTERVAL.toNanos()) {
            notLogged.merge(protocol, 1, Integer::sum);
            return;
        }
        Integer others = notLogged.put(protocol, 0);
        lastLogged.put(protocol, now);
        LOG.log(
                System.Logger.Level.INFO,
                "A client at {0} speaks {1} to port {2}, which serves {3}{4}",
                client,
                protocol.description(),
                Integer.toString(port),
                protocol.advice(),
                others == null || others == 0 ? "" : " (" + others + " more since the last such line)");
    }
}
