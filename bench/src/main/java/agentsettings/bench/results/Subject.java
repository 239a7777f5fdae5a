package agentsettings.bench.results;

import java.util.Locale;

/**
 * The subject of a measurement.
 *
 * @param group the name of the subjects that are measured in the same rounds
 * @param target the server or program that does the work
 * @param settings number of settings that the target stores at the start
 */
public record Subject(String group, String target, String operation, int connections, long settings) {

    /** The usual number of connections. */
    public static final int CONNECTIONS = 64;

    public Subject {
        if ((group + target + operation).contains(",")) {
            throw new IllegalArgumentException("a comma separates fields in results: " + operation);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, %d connections, %,d settings",
                group,
                target,
                operation,
                connections,
                settings);
    }
}
