package agentsettings.storage.jdbc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Logs failures of reads, at most one a second, with the number of those since the last line: a row that can't be read may be queried
 * again and again. Safe for use by many threads.
 */
public final class ReadFailureLog {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(ReadFailureLog.class.getName());

    private final LongSupplier nanoTime;
    private boolean logged;
    private long lastLogged;
    private long notLogged;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public ReadFailureLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes a failure. */
    public synchronized void failed(Throwable failure) {
        long now = nanoTime.getAsLong();
        if (logged && now - lastLogged < INTERVAL.toNanos()) {
            notLogged++;
            return;
        }
        String others = notLogged == 0 ? "" : " (" + notLogged + " more since the last such line)";
        LOG.log(System.Logger.Level.WARNING, "A read failed" + others, failure);
        logged = true;
        lastLogged = now;
        notLogged = 0;
    }
}
