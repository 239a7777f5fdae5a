package agentsettings.acceptance.durability;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the connections of a drill saw since the figures began. Safe for use by many threads. */
final class DrillFigures {

    private static final Pattern CODE = Pattern.compile("\"returnCode\":\"(\\d+)\"");

    private final Map<String, Integer> responses = new ConcurrentSkipListMap<>();
    private final List<String> unexpected = new CopyOnWriteArrayList<>();
    private int acknowledged;
    private int connectionsLost;
    private long lastSuccess = System.nanoTime();
    private Duration pause = Duration.ZERO;
    private Duration slowest = Duration.ZERO;

    synchronized void answered(RawResponse response, long sentNanos) {
        long now = System.nanoTime();
        slowest = longer(slowest, Duration.ofNanos(now - sentNanos));
        if (SettingsClient.isSuccess(response)) {
            pause = longer(pause, Duration.ofNanos(now - lastSuccess));
            lastSuccess = now;
            acknowledged++;
            return;
        }
        Matcher code = CODE.matcher(response.text());
        responses.merge(response.status() + " " + (code.find() ? code.group(1) : "?"), 1, Integer::sum);
        if (response.status() == 503 && !response.headers().containsKey("retry-after")) {
            unexpected("503 without Retry-After: " + response.text());
        }
    }

    void unexpected(String what) {
        unexpected.add(what);
    }

    synchronized void connectionLost(IOException how) {
        connectionsLost++;
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    List<String> unexpected() {
        return unexpected;
    }

    /** The longest time between two acknowledged writes. */
    synchronized Duration pause() {
        return pause;
    }

    /** The longest time that a response took. */
    synchronized Duration slowest() {
        return slowest;
    }

    /** Begins anew, but for what was unexpected. */
    synchronized void reset() {
        responses.clear();
        acknowledged = 0;
        connectionsLost = 0;
        pause = Duration.ZERO;
        slowest = Duration.ZERO;
        lastSuccess = System.nanoTime();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "acknowledged %d, longest pause %.1f s, slowest answer %.1f s, other answers %s, connections lost %d",
                acknowledged,
                pause.toMillis() / 1000.0,
                slowest.toMillis() / 1000.0,
                responses,
                connectionsLost);
    }
}
