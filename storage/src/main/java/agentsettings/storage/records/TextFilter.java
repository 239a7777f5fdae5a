package agentsettings.storage.records;

/**
 * Text that others must contain, whatever the case of letters in any script. Two letters are the same if their simple upper or lower
 * case is. Decided here and not by the database, because SQLite knows the case of ASCII letters only, and what PostgreSQL knows
 * depends on how it was built and set up. But the database leaves out most of what can't match, by a pattern. Immutable.
 */
record TextFilter(String text) {

    /** ASCII letters that are the same as letters beyond ASCII: the sign for kelvin, the long s, and i with one dot more or less. */
    private static final String SAME_AS_OTHERS = "ksi";

    /** A pattern of LIKE, in lower case, that every text matches which contains this one and has its ASCII letters in lower case. */
    String pattern() {
        StringBuilder pattern = new StringBuilder("%");
        text.codePoints().forEach(c -> {
            char lower = (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            if (c < ' ' || c > '~' || SAME_AS_OTHERS.indexOf(lower) >= 0) {
                pattern.append('%');
            } else {
                pattern.append("%_\\".indexOf(lower) >= 0 ? "\\" : "").append(lower);
            }
        });
        return pattern.append('%').toString();
    }

    boolean isIn(String other) {
        int last = other.length() - text.length();
        for (int i = 0; i <= last; i++) {
            if (other.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
