package agentsettings.client.management.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a list. Immutable. A page may be short, even empty, and still have a next one.
 *
 * @param next where the next page begins, empty on the last page
 * @param total the number of all items that match, if it was asked for
 */
public record ListPage<T>(List<T> items, Optional<String> next, OptionalLong total) {

    public ListPage {
        items = List.copyOf(items);
    }
}
