package agentsettings.core.feed;

import java.util.List;

/** The result of following changes from a cursor on. */
public sealed interface FeedPage {

    /**
     * The next changes, none if there is nothing new.
     *
     * @param after the cursor that they follow; {@link FeedCursor#after} leads from one to the next
     */
    record Changes(FeedCursor after, List<FeedEntry> entries) implements FeedPage {}

    /** The cursor is of another log, or some of the changes behind it have been removed. */
    record Expired() implements FeedPage {}
}
