package agentsettings.core.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Merges the changes of several nodes, each node's in its order, so that each change of a record comes after the one before of the same
 * record, whichever nodes made them. Stateless.
 */
public final class FeedOrder {

    /**
     * Merges changes that were read in one snapshot.
     *
     * @param cursor what was seen before
     * @param byNode each node's next changes in their order, as many as there are or at least {@code limit}
     * @param limit the maximum number of changes
     */
    public static List<FeedEntry> merge(FeedCursor cursor, SortedMap<Integer, List<FeedEntry>> byNode, int limit) {
        SortedMap<Integer, Deque<FeedEntry>> left = new TreeMap<>();
        byNode.forEach((node, entries) -> left.put(node, new ArrayDeque<>(entries)));
        List<FeedEntry> merged = new ArrayList<>();
        FeedCursor seen = cursor;
        boolean progress = true;
        while (progress && merged.size() < limit) {
            progress = false;
            for (Deque<FeedEntry> entries : left.values()) {
                while (merged.size() < limit && isNext(entries.peek(), seen)) {
                    FeedEntry entry = entries.remove();
                    seen = seen.after(entry.number());
                    merged.add(entry);
                    progress = true;
                }
            }
        }
        return merged;
    }

    /** The earliest change that was not seen has a predecessor that was, so one of the nodes always goes on. */
    private static boolean isNext(FeedEntry entry, FeedCursor seen) {
        return entry != null && (entry.previous() == 0 || seen.hasSeen(entry.previous()));
    }

    private FeedOrder() {}
}
