package agentsettings.bench.results;

/**
 * What is measured.
 *
 * @param group those measured in turn with it, in the same rounds
 * @param target the server, or whatever else does the work
 * @param settings how many the target holds at the beginning
 */
public record Subject(String group, String target, String operation, int connections, long settings) {

    /** So many, unless a case is about their number. */
    public static final int CONNECTIONS = 64;

    public Subject {
        if ((group + target + operation).contains(",")) {
            throw new IllegalArgumentException("a comma separates fields in results: " + operation);
        }
    }

    @Override
    public String toString() {
        return "%s: %s, %s, %d connections, %,d settings".formatted(group, target, operation, connections, settings);
    }
}
