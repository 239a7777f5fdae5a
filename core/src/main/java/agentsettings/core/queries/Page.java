package agentsettings.core.queries;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list. Immutable.
 *
 * @param next where the next page begins, to be passed on as it is; empty on the last page. A page may be short, even empty, and
 *     still have a next one: the search has read as much as it may at a time
 */
public record Page<T>(List<T> items, Optional<String> next) {}
