package agentsettings.management.feed;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.management.records.ChangeJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Changes as server-sent events, each with the cursor behind it as its id. While nothing is to be told, the id alone is sent from time to
 * time, which keeps the connection open. Used by one thread.
 */
final class EventStream {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    /** The client then comes again, with the key, which may have been revoked. */
    static final Duration LIFE_MAX = Duration.ofMinutes(5);

    private static final int POLLS_BETWEEN_IDS = 12;
    private static final int PAGE = 100;

    private final ChangeFeed feed;
    private final Predicate<LoggedChange> filter;
    private final OutputStream out;
    private final long endNanos;

    EventStream(ChangeFeed feed, Predicate<LoggedChange> filter, OutputStream out, Duration life) {
        this.feed = feed;
        this.filter = filter;
        this.out = out;
        this.endNanos = System.nanoTime() + life.toNanos();
    }

    /** Writes the first changes and all that follow, until its life is over, its thread is interrupted or the cursor expires. */
    void write(FeedPage.Changes first) throws IOException {
        FeedCursor cursor = send(first);
        sendId(cursor);
        int idlePolls = 0;
        while (goesOn() && read(cursor) instanceof FeedPage.Changes changes) {
            cursor = send(changes);
            idlePolls = changes.entries().isEmpty() ? idlePolls + 1 : 0;
            if (idlePolls % POLLS_BETWEEN_IDS == 0) {
                sendId(cursor);
            }
            if (idlePolls > 0) {
                LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            }
        }
    }

    private boolean goesOn() {
        return System.nanoTime() - endNanos < 0 && !Thread.currentThread().isInterrupted();
    }

    /** A storage that fails now may be there at the next poll. */
    private FeedPage read(FeedCursor cursor) {
        try {
            return feed.read(cursor, PAGE);
        } catch (StoreUnavailable | StoreOverloaded notNow) {
            return new FeedPage.Changes(cursor, List.of());
        }
    }

    private FeedCursor send(FeedPage.Changes changes) throws IOException {
        FeedCursor cursor = changes.after();
        for (FeedEntry entry : changes.entries()) {
            cursor = cursor.after(entry.number());
            LoggedChange change = entry.change().filter(filter).orElse(null);
            if (change != null) {
                write("id: " + cursor + "\ndata: " + ChangeJson.event(change, cursor.epoch()) + "\n\n");
            }
        }
        return cursor;
    }

    private void sendId(FeedCursor cursor) throws IOException {
        write("id: " + cursor + "\n\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
