package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time of each operation in this version and in an older one, measured in the same rounds, as a Markdown table.
 *
 * @param limit greatest accepted ratio of this version to the older one
 */
public record VersionComparison(Results results, double limit) {

    /** The target's name of the older version. */
    public static final String BEFORE = "before";

    /** The target's name of this version. */
    public static final String CURRENT = "this";

    /** The operations in the order they are measured. */
    public static final List<String> OPERATIONS = List.of("create", "update", "query", "token");

    /** The group on the embedded database. */
    public static final String EMBEDDED = "versions";

    /** The group on PostgreSQL. */
    public static final String ON_POSTGRES = "postgres-versions";

    private static final String HEAD = """
            | database | operation | processes | before, CPU µs | this, CPU µs | this / before | |
            |---|---|---|---|---|---|---|
            """;

    /** The CPU time of an operation in both versions, and the ratio within the rounds. */
    private record Change(
            String database, String operation, String processes, Spread before, Spread current, Spread ratio) {}

    /** Whether operations were measured and none exceeds the limit. */
    public boolean isGood() {
        List<Change> changes = changes();
        return !changes.isEmpty()
                && changes.stream().allMatch(change -> change.ratio().median() <= limit);
    }

    /** Whether both versions were measured. */
    public boolean isPossible() {
        return !changes().isEmpty();
    }

    private List<Change> changes() {
        return Stream.of(
                        changes(EMBEDDED, "embedded", "service", Figures::cpu),
                        changes(ON_POSTGRES, "PostgreSQL", "service", Figures::cpu),
                        changes(ON_POSTGRES, "PostgreSQL", "service and PostgreSQL", Figures::allCpu))
                .flatMap(List::stream)
                .toList();
    }

    private List<Change> changes(String group, String database, String processes, ToDoubleFunction<Figures> figure) {
        return OPERATIONS.stream()
                .flatMap(operation -> change(group, database, operation, processes, figure).stream())
                .toList();
    }

    private Optional<Change> change(
            String group, String database, String operation, String processes, ToDoubleFunction<Figures> figure) {
        return results.subject(group, BEFORE, operation, Subject.CONNECTIONS)
                .flatMap(before -> results.subject(group, CURRENT, operation, Subject.CONNECTIONS)
                        .map(current -> new Change(
                                database,
                                operation,
                                processes,
                                results.spread(before, figure),
                                results.spread(current, figure),
                                results.ratio(current, before, figure))));
    }

    private String line(Change change) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |%n",
                change.database(),
                change.operation(),
                change.processes(),
                change.before().text(1),
                change.current().text(1),
                change.ratio().text(3),
                change.ratio().median() > limit ? "REGRESSION" : "");
    }

    @Override
    public String toString() {
        return HEAD + changes().stream().map(this::line).collect(Collectors.joining());
    }
}
