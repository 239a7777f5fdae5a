package agentsettings.client.management.calls;

import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The items of all pages of a list, of which it holds one. Reads the next page when its first item is wanted. Used by
 * one thread.
 */
final class PageSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

    private final Function<Paging, ListPage<T>> list;
    private Iterator<T> items = Collections.emptyIterator();
    private Paging next;

    PageSpliterator(Function<Paging, ListPage<T>> list, Paging first) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.list = list;
        this.next = first;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (!items.hasNext() && next != null) {
            ListPage<T> page = list.apply(next);
            items = page.items().iterator();
            next = page.next().map(next::after).orElse(null);
        }
        if (!items.hasNext()) {
            return false;
        }
        action.accept(items.next());
        return true;
    }
}
