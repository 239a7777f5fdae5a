package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The CPU time of the service's requests in an older and a newer run, each relative to nginx's fixed response in the same rounds, which
 * doesn't depend on the machine's speed; and the targets that the older one reached and the newer one misses by more than the limit.
 *
 * @param limit greatest accepted ratio of newer to older, and of a figure to its target
 */
public record Comparison(Results older, Results newer, double limit) {

    private static final String GROUP = "embedded";
    private static final String SERVICE = "service";

    private static final int ROUNDS_MIN = 3;

    /** The CPU time of an operation relative to nginx's fixed response; after is NaN if the newer run lacks it. */
    private record Change(String operation, double before, double after) {

        double ratio() {
            return after / before;
        }
    }

    /** Whether no operation exceeds the limit, none is missing, and no target was lost. */
    public boolean isGood() {
        return changes().stream().allMatch(change -> change.ratio() <= limit) && lost().isEmpty();
    }

    private List<Target> lost() {
        return new Targets(newer).lostSince(older, limit);
    }

    /** Whether both runs measured the service in enough rounds. */
    public boolean isPossible() {
        return isEnough(older) && isEnough(newer) && !changes().isEmpty();
    }

    private static boolean isEnough(Results results) {
        return relative(results, "create").isPresent()
                && results.measurements().stream()
                        .anyMatch(each -> each.subject().group().equals(GROUP) && each.round() >= ROUNDS_MIN);
    }

    private List<Change> changes() {
        return older.subjects().stream()
                .filter(each -> each.group().equals(GROUP)
                        && each.target().equals(SERVICE)
                        && each.connections() == Subject.CONNECTIONS)
                .map(Subject::operation)
                .flatMap(operation -> relative(older, operation)
                        .map(before -> new Change(
                                operation, before, relative(newer, operation).orElse(Double.NaN)))
                        .stream())
                .toList();
    }

    private static Optional<Double> relative(Results results, String operation) {
        return results.subject(GROUP, SERVICE, operation, Subject.CONNECTIONS)
                .flatMap(subject -> results.subject(GROUP, "nginx", "fixed", Subject.CONNECTIONS)
                        .map(nginx -> results.ratio(subject, nginx, Figures::cpu)))
                .filter(Spread::isKnown)
                .map(Spread::median);
    }

    private String line(Change change) {
        String before = String.format(Locale.ROOT, "%-24s %6.2f -> ", change.operation(), change.before());
        if (Double.isNaN(change.after())) {
            return before + "not measured  MISSING\n";
        }
        return before
                + String.format(
                        Locale.ROOT,
                        "%6.2f times nginx's fixed response, %+.0f %%%s%n",
                        change.after(),
                        (change.ratio() - 1) * 100,
                        change.ratio() > limit ? "  REGRESSION" : "");
    }

    /** A line for each operation, and for each target that was lost. */
    @Override
    public String toString() {
        return changes().stream().map(this::line).collect(Collectors.joining())
                + lost().stream().map(target -> "TARGET LOST  " + target.line()).collect(Collectors.joining());
    }
}
