package agentsettings.server.config;

/** The checks that configuration records share; each failure names the key and the rule. */
final class Check {

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static <T extends Comparable<T>> void between(String key, T value, T min, T max) {
        that(
                value.compareTo(min) >= 0 && value.compareTo(max) <= 0,
                key + ": must be " + min + " to " + max + ", not " + value + ".");
    }

    private Check() {}
}
