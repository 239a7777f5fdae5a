package agentsettings.server.config;

/**
 * The effective value of one configuration key.
 *
 * @param shownValue the value, masked if it is secret
 * @param source what set it: a file, an environment variable, an option, or {@link #DEFAULT}
 */
public record Setting(String key, String shownValue, String source) {

    static final String DEFAULT = "default";

    /** Whether it is set, rather than left at its default. */
    public boolean isSet() {
        return !source.equals(DEFAULT);
    }

    @Override
    public String toString() {
        return key + " = " + shownValue + " (" + source + ")";
    }
}
