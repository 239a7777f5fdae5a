package agentsettings.client.management.feed;

import java.util.List;

/** What a read of the feed can end with. Immutable. */
public sealed interface FeedOutcome {

    /** The outcomes of reading a page. */
    sealed interface OfPage extends FeedOutcome permits Page, CursorExpired {}

    /** The outcomes of waiting for the next change. */
    sealed interface OfNext extends FeedOutcome permits Received, CursorExpired, Closed {}

    /**
     * The changes of a page. There may be none, and more behind it: a page ends after a number of changes, of which the
     * filter leaves out some. If {@code next} is the cursor that the page was asked for with, there is nothing new.
     *
     * @param next the cursor behind the page
     */
    record Page(List<ChangeEvent> changes, String next) implements OfPage {

        public Page {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The next change.
     *
     * @param cursor the cursor behind it. A stream that begins there goes on with the change after this one
     */
    record Received(ChangeEvent event, String cursor) implements OfNext {}

    /**
     * The cursor is of another database, or changes behind it were removed. Read the records again, then go on from the
     * cursor of the feed's end, which is to be read before them.
     *
     * @param detail what the service says about it
     */
    record CursorExpired(String detail) implements OfPage, OfNext {}

    /** The stream is closed. */
    record Closed() implements OfNext {}
}
