package agentsettings.server.recording;

import agentsettings.server.http.head.RequestHead;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.recording.RecordedRequest.Returned;
import agentsettings.server.recording.RecordedRequest.Sent;
import agentsettings.wire.names.HttpNames;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Keeps the last requests to the vendor's interface in memory, but only for {@link #LOOK_LIFE} after somebody has looked at them.
 * Otherwise a request costs the reading of one field. Of more than {@link #PER_SECOND_MAX} requests in a second it keeps the first. Safe
 * for use by many threads.
 */
public final class RequestRecorder {

    /** How long a look at the requests keeps the recording on. */
    public static final Duration LOOK_LIFE = Duration.ofMinutes(5);

    static final int COUNT_MAX = 100;
    static final int CHARACTERS_MAX = 500_000;
    static final int PER_SECOND_MAX = 50;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Deque<RecordedRequest> kept = new ArrayDeque<>();
    private volatile boolean on;
    private long lastLook;
    private long secondBegan;
    private int inSecond;
    private int characters;

    /**
     * Records nothing yet.
     *
     * @param nanoTime a monotonic time in nanoseconds
     */
    public RequestRecorder(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** One that never records. */
    public static RequestRecorder neverLookedAt() {
        return new RequestRecorder(() -> Instant.EPOCH, () -> 0);
    }

    /** Whether requests are to be recorded. */
    public boolean isOn() {
        return on;
    }

    /** The requests that are kept, the last one first. Recording goes on, or begins. */
    public synchronized List<RecordedRequest> look() {
        long now = nanoTime.getAsLong();
        endIfUnwatched(now);
        lastLook = now;
        on = true;
        return List.copyOf(kept);
    }

    /** Keeps a request without its secrets. Must be called on the thread that has responded. */
    public void record(FinishedExchange exchange, byte[] body, byte[] response) {
        if (!begins()) {
            return;
        }
        RequestHead head = exchange.request();
        String path = head.path();
        boolean isOperation = !exchange.operation().equals(FinishedExchange.UNKNOWN);
        String app = exchange.caller() == null ? head.header(HttpNames.APP_KEY_HEADER) : exchange.caller();
        Sent sent = new Sent(
                head.method().name(),
                ShownText.path(path, isOperation),
                head.headers().stream().map(ShownText::header).toList(),
                ShownText.body(body, path, isOperation));
        Returned returned =
                new Returned(exchange.status(), ShownText.response(response, path), exchange.nanos() / 1000);
        keep(new RecordedRequest(clock.instant(), head.requestId(), app, sent, returned));
    }

    /** Whether another request may be kept in this second, and is still wanted. */
    private synchronized boolean begins() {
        long now = nanoTime.getAsLong();
        endIfUnwatched(now);
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            inSecond = 0;
        }
        inSecond++;
        return on && inSecond <= PER_SECOND_MAX;
    }

    private void endIfUnwatched(long now) {
        if (on && now - lastLook > LOOK_LIFE.toNanos()) {
            on = false;
            kept.clear();
            characters = 0;
        }
    }

    private synchronized void keep(RecordedRequest request) {
        kept.addFirst(request);
        characters += request.length();
        while (kept.size() > COUNT_MAX || characters > CHARACTERS_MAX) {
            characters -= kept.removeLast().length();
        }
    }
}
