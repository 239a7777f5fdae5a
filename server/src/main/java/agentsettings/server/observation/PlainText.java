package agentsettings.server.observation;

import java.util.regex.Pattern;

/** Shows text from a client, which can hold anything, as one short line of plain characters. */
public final class PlainText {

    private static final Pattern OTHER = Pattern.compile("[^\\x20-\\x7E]");

    /** Replaces each other character by a question mark, and shortens what is longer. */
    public static String of(String text, int lengthMax) {
        String start = text.length() > lengthMax ? text.substring(0, lengthMax) + "..." : text;
        return OTHER.matcher(start).replaceAll("?");
    }

    private PlainText() {}
}
