package agentsettings.storage.records;

/**
 * Text that others must contain, whatever the case of letters in any script. Two letters are the same if their simple upper or lower
 * case is. Applied here and not by the database, because SQLite knows the case of ASCII letters only, and what PostgreSQL knows
 * depends on how it was built and set up. Immutable.
 */
record TextFilter(String text) {

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
