package agentsettings.storage.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a history begins. Immutable.
 *
 * @param settings where to go on in the changes of the user's settings
 * @param user where to go on in those of the user itself
 */
public record HistoryCursor(Position settings, Position user) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})");

    /**
     * A place in the changes of one kind of record. A record that was deleted and created anew is another one.
     *
     * @param newest the number of the newest change of the record
     * @param next the number of the next change to be shown
     */
    record Position(long newest, long next) {

        /** Before the newest change of the newest record. */
        static final Position START = new Position(0, 0);

        /** Behind the oldest change of the oldest record. */
        static final Position END = new Position(0, 1);
    }

    /**
     * The cursor of this text; an empty one stands for the beginning.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static HistoryCursor decode(String text) {
        if (text.isEmpty()) {
            return new HistoryCursor(Position.START, Position.START);
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a cursor of a history");
        }
        return new HistoryCursor(position(matcher, 1), position(matcher, 3));
    }

    private static Position position(Matcher matcher, int group) {
        return new Position(Long.parseLong(matcher.group(group)), Long.parseLong(matcher.group(group + 1)));
    }

    String encode() {
        return settings.newest + "." + settings.next + "." + user.newest + "." + user.next;
    }
}
