package agentsettings.server;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.LogTrimmer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Removes the changes from the log that have been kept for long enough, on a thread of its own until it is closed. Between two steps
 * it pauses for several times as long as a step takes, so that writes keep most of the database's time.
 */
final class HistoryRetention implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HistoryRetention.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration PAUSE_MIN = Duration.ofMillis(1);
    private static final int PAUSE_IN_STEPS = 4;

    private final LogTrimmer trimmer;
    private final Duration keep;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    private HistoryRetention(LogTrimmer trimmer, Duration keep, InstantSource clock) {
        this.trimmer = trimmer;
        this.keep = keep;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("history-retention").start(this::run);
    }

    /** Starts to remove changes from the database's log that are older than this. */
    static HistoryRetention start(Database database, Duration keep, InstantSource clock) {
        return new HistoryRetention(database.openLogTrimmer(), keep, clock);
    }

    private void run() {
        try {
            Duration pause = step();
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = step();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("retention must not be interrupted", e);
        }
    }

    /** Takes a step; returns the time until the next one. */
    private Duration step() {
        long began = System.nanoTime();
        boolean more = trim();
        Duration pause = Duration.ofNanos(System.nanoTime() - began).multipliedBy(PAUSE_IN_STEPS);
        if (!more) {
            return INTERVAL;
        }
        return pause.compareTo(PAUSE_MIN) > 0 ? pause : PAUSE_MIN;
    }

    /** Removes some changes, and logs the first failure and the recovery. Returns whether there may be more. */
    private boolean trim() {
        try {
            int removed = trimmer.trim(clock.instant().minus(keep));
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "Old changes are removed from the log again");
            }
            failing = false;
            return removed > 0;
        } catch (Throwable failure) { // an Error must not end the thread
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Can't remove old changes from the log", failure);
            }
            failing = true;
            return false;
        }
    }

    /** Waits for the step that is being taken. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted before the removal of old changes ended", e);
        } finally {
            trimmer.close();
        }
    }
}
