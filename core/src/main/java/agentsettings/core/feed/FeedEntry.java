package agentsettings.core.feed;

import agentsettings.core.queries.LoggedChange;
import java.util.Optional;

/**
 * A change in the feed. Immutable.
 *
 * @param number its {@link agentsettings.core.changes.ChangeNumber}
 * @param previous the number of the change before of the same record, 0 if there is none
 * @param change empty if what was changed can't be read
 */
public record FeedEntry(long number, long previous, Optional<LoggedChange> change) {}
