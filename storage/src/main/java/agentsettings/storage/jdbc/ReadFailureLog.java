package agentsettings.storage.jdbc;

import agentsettings.core.logging.LineRate;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Logs failures of reads, at most one a second: a row that can't be read may be queried again and again. Safe for use by many threads.
 */
public final class ReadFailureLog {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(ReadFailureLog.class.getName());

    private final LineRate rate;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public ReadFailureLog(LongSupplier nanoTime) {
        rate = new LineRate(INTERVAL, nanoTime);
    }

    /** Notes a failure. */
    public void failed(Throwable failure) {
        rate.log(others -> LOG.log(System.Logger.Level.WARNING, "A read failed" + others, failure));
    }
}
