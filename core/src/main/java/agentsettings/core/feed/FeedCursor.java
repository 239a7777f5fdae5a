package agentsettings.core.feed;

import agentsettings.core.changes.ChangeNumber;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the changes of a database have been followed: for each node, the sequence of the last change seen. That is enough, because a
 * node's sequence has no gaps and becomes visible in its order. Immutable.
 *
 * @param epoch identifies the log that the sequences belong to
 * @param seen the last sequence by node; a node without an entry has not been seen yet
 */
public record FeedCursor(String epoch, SortedMap<Integer, Long> seen) {

    private static final int TEXT_LENGTH_MAX = 32 * 1024;
    private static final Pattern TEXT =
            Pattern.compile("(?<epoch>[0-9a-z]{1,32})(?<seen>(?:[.]\\d{1,4}-[1-9]\\d{0,15}){0,1024})");
    private static final Pattern ENTRY = Pattern.compile("[.](\\d+)-(\\d+)");

    public FeedCursor {
        seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }

    /** Before the first change. */
    public static FeedCursor start(String epoch) {
        return new FeedCursor(epoch, new TreeMap<>());
    }

    /** The sequence of the node's last change that was seen, 0 if none was. */
    public long seenOf(int node) {
        return seen.getOrDefault(node, 0L);
    }

    /** Whether the change was seen. */
    public boolean hasSeen(long number) {
        ChangeNumber change = ChangeNumber.of(number);
        return change.sequence() <= seenOf(change.node());
    }

    /** The cursor after the change of this number, which is the next of its node. */
    public FeedCursor after(long number) {
        ChangeNumber change = ChangeNumber.of(number);
        return after(change.node(), change.sequence());
    }

    /** The cursor after the node's changes up to this sequence. */
    public FeedCursor after(int node, long sequence) {
        SortedMap<Integer, Long> next = new TreeMap<>(seen);
        next.put(node, sequence);
        return new FeedCursor(epoch, next);
    }

    /** The cursor that this text stands for; empty if the text is no cursor. */
    public static Optional<FeedCursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text.length() > TEXT_LENGTH_MAX ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> seen = new TreeMap<>();
        Matcher entries = ENTRY.matcher(matcher.group("seen"));
        while (entries.find()) {
            int node = Integer.parseInt(entries.group(1));
            if (node > ChangeNumber.NODE_MAX || seen.put(node, Long.parseLong(entries.group(2))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new FeedCursor(matcher.group("epoch"), seen));
    }

    /** The cursor as text for clients, who treat it as opaque. */
    @Override
    public String toString() {
        return seen.entrySet().stream()
                .map(entry -> "." + entry.getKey() + "-" + entry.getValue())
                .collect(Collectors.joining("", epoch, ""));
    }
}
