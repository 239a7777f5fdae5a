package agentsettings.client.management.records;

import java.util.Optional;

/**
 * Which page of a list is asked for. Immutable.
 *
 * @param after the {@code next} of the page before, empty for the first
 * @param limit the maximum number of items, 1 to {@value #LIMIT_MAX}
 * @param isCounted whether all items that match are to be counted
 */
public record Paging(Optional<String> after, int limit, boolean isCounted) {

    public static final int LIMIT_MAX = 1000;

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public Paging {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit: must be 1 to " + LIMIT_MAX + ", got " + limit);
        }
    }

    /** Returns the first page with at most so many items. */
    public static Paging first(int limit) {
        return new Paging(Optional.empty(), limit, false);
    }

    /** Returns the page that begins there. */
    public Paging after(String next) {
        return new Paging(Optional.of(next), limit, isCounted);
    }

    /** Returns this page, with the number of all items that match. */
    public Paging counted() {
        return new Paging(after, limit, true);
    }
}
