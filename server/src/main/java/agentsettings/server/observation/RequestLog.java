package agentsettings.server.observation;

import agentsettings.core.logging.LineRate;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of requests: each request that failed because the service or its storage did, with the cause; if asked for, slow requests and
 * all requests. Safe for use by many threads.
 */
public final class RequestLog implements ExchangeObserver {

    private static final Logger LOG = Logger.getLogger("agentsettings.requests");
    private static final int CAUSES_LENGTH_MAX = 500;

    private final boolean all;
    private final long slowNanos;
    private final LineRate slowLines = new LineRate(Duration.ofMillis(100), System::nanoTime);

    /**
     * A log.
     *
     * @param all whether each request gets a line
     * @param slow the duration from which a request gets a line as a slow one
     */
    public RequestLog(boolean all, Optional<Duration> slow) {
        this.all = all;
        this.slowNanos = slow.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public void finished(FinishedExchange exchange) {
        if (exchange.cause() != null) {
            logFailure(exchange);
        }
        if (exchange.nanos() >= slowNanos && !exchange.streamed()) {
            logSlow(exchange);
        }
        if (all) {
            log(Level.INFO, RequestLine.of("", exchange), null);
        }
    }

    /** With the stack trace only where nobody else logs it: a failure of the storage is logged there, once for its whole batch. */
    private static void logFailure(FinishedExchange exchange) {
        Throwable cause = exchange.cause();
        if (cause instanceof StoreUnavailable || cause instanceof OutcomeUnknown) {
            String introduction = "The storage failed a request (" + causes(cause) + "): ";
            log(Level.WARNING, RequestLine.of(introduction, exchange), null);
        } else {
            log(Level.SEVERE, RequestLine.of("A request failed: ", exchange), cause);
        }
    }

    private void logSlow(FinishedExchange exchange) {
        slowLines.log(
                others -> log(Level.WARNING, RequestLine.of("A request was slow" + others + ": ", exchange), null));
    }

    private static void log(Level level, RequestLine line, Throwable thrown) {
        if (LOG.isLoggable(level)) {
            LogRecord entry = new LogRecord(level, "{0}");
            entry.setLoggerName(LOG.getName());
            entry.setParameters(new Object[] {line});
            entry.setThrown(thrown);
            LOG.log(entry);
        }
    }

    /** The messages of a failure and of what caused it. */
    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder(messageOf(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = messageOf(cause);
            if (causes.indexOf(message) < 0) {
                causes.append(": ").append(message);
            }
        }
        return PlainText.of(causes.toString(), CAUSES_LENGTH_MAX);
    }

    private static String messageOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
