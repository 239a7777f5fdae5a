package agentsettings.cli.logging;

import agentsettings.core.logging.LineRate;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Lets a line of a logger through at most once a minute, which says how many were left out. Safe for use by many threads. */
final class SparseFilter implements Filter {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LineRate rate;

    /**
     * Lets the first line through.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    SparseFilter(LongSupplier nanoTime) {
        rate = new LineRate(INTERVAL, nanoTime);
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        String message = line.getMessage();
        boolean[] logged = new boolean[1];
        rate.log(others -> {
            line.setMessage(message + others);
            logged[0] = true;
        });
        return logged[0];
    }
}
