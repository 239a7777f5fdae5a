package agentsettings.client.events;

import agentsettings.client.ClientException.Details;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Cause;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.Attempt.Inconclusive;
import agentsettings.client.http.Attempt.Rejected;
import agentsettings.client.http.Backoff;
import agentsettings.client.http.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Receives events without end: whenever a connection ends it connects again and goes on after the last event that was
 * received whole, so that it misses none and repeats none. It waits longer with each attempt in a row that brings no
 * event. Used by one thread, and once.
 */
public final class EventSource {

    private static final System.Logger LOG = System.getLogger(EventSource.class.getName());

    /** Opens a connection. */
    public interface Connector {

        /**
         * Makes one attempt.
         *
         * @param lastEventId the events after this are wanted; empty for all
         */
        Attempt<InputStream> open(Optional<String> lastEventId);
    }

    /** Takes events in their order. */
    public interface Receiver {

        /** Blocks until it has taken the event. */
        void receive(SentEvent event) throws InvalidEventException, InterruptedException;
    }

    /** A service is looked for more often than it may demand, so that events are not late for longer. */
    static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(1);

    private static final Cause STREAM_ENDED = Cause.of("the stream ended.");

    private final String name;
    private final Connector connector;
    private final Backoff backoff;
    private final Pause pause;
    private final int invalidMax;
    private int attempts;
    private boolean isLost;
    private boolean wasConnected;

    /**
     * Creates a source.
     *
     * @param name of the operation, for messages
     * @param invalidMax after so many attempts in a row without an event, one that was not valid ends it
     */
    public EventSource(String name, Connector connector, Backoff backoff, Pause pause, int invalidMax) {
        this.name = name;
        this.connector = connector;
        this.backoff = backoff;
        this.pause = pause;
        this.invalidMax = invalidMax;
    }

    /** Whether the text can be the id of an event. */
    public static boolean isId(String text) {
        return EventReader.isId(text);
    }

    /**
     * Receives events until the pauses end.
     *
     * @param after the id of the event before the first, empty for all events
     * @throws InterruptedException if the thread is interrupted
     * @throws RequestRejectedException if the service rejects the request
     * @throws ServiceUnavailableException if what it sends is not valid, each time
     */
    public void run(Optional<String> after, Receiver receiver) throws InterruptedException {
        Optional<String> last = after;
        Cause cause;
        do {
            attempts++;
            Attempt<InputStream> attempt = connector.open(last);
            switch (attempt) {
                case Executed<InputStream>(InputStream body) -> {
                    logConnected();
                    Connection connection = new Connection(last, receiver);
                    cause = connection.read(body);
                    last = connection.last;
                }
                case Rejected<InputStream>(Cause rejection) -> throw new RequestRejectedException(details(rejection));
                case Inconclusive<InputStream> inconclusive -> cause = inconclusive.cause();
                default -> throw new IllegalStateException("a read has no other end");
            }
            logEnd(cause);
        } while (pause.pause(backoff.next(attempts, cause.retryAfter().map(EventSource::limited))));
    }

    private static Duration limited(Duration retryAfter) {
        return retryAfter.compareTo(RETRY_AFTER_MAX) < 0 ? retryAfter : RETRY_AFTER_MAX;
    }

    private void logConnected() {
        if (isLost) {
            isLost = false;
            LOG.log(System.Logger.Level.INFO, name + ": connected" + (wasConnected ? " again" : ""));
        }
        wasConnected = true;
    }

    /**
     * A service ends its streams from time to time, and a reader closes them, which is no loss. Of several attempts that fail, the
     * first is logged.
     */
    private void logEnd(Cause cause) {
        boolean isClosed = Thread.currentThread().isInterrupted() || pause.isEnded();
        if (isLost || isClosed || cause.equals(STREAM_ENDED)) {
            LOG.log(System.Logger.Level.DEBUG, name + ": " + cause.description());
        } else {
            isLost = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    name + (wasConnected ? ": lost the connection" : ": cannot connect") + ", trying again: "
                            + cause.description());
        }
    }

    private Details details(Cause cause) {
        return new Details(name, cause.status(), cause.code(), cause.description(), cause.problem(), attempts);
    }

    /** One connection, and the last event that was received over it. */
    private final class Connection {

        private final Receiver receiver;
        private Optional<String> last;

        Connection(Optional<String> last, Receiver receiver) {
            this.last = last;
            this.receiver = receiver;
        }

        Cause read(InputStream body) throws InterruptedException {
            try (EventReader events = new EventReader(body)) {
                for (SentEvent event = events.next(); event != null; event = events.next()) {
                    receiver.receive(event);
                    last = Optional.of(event.id());
                    attempts = 0;
                }
                return STREAM_ENDED;
            } catch (InvalidEventException e) {
                Cause cause = Cause.of(e.getMessage());
                if (attempts >= invalidMax) {
                    throw new ServiceUnavailableException(details(cause));
                }
                return cause;
            } catch (IOException e) {
                return Cause.of(e.getMessage());
            }
        }
    }
}
