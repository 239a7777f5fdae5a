package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two runs, an older and a newer, by the processor time of the service's requests in relation to nginx's fixed answer in the same
 * rounds, so that the machine's pace falls out.
 *
 * @param limit how many times dearer a request may have become
 */
public record Comparison(Results older, Results newer, double limit) {

    private static final String GROUP = "embedded";
    private static final String SERVICE = "service";
    private static final int CONNECTIONS = 64;

    /** An operation's processor time, in nginx's fixed answers. */
    private record Change(String operation, double before, double after) {

        double times() {
            return after / before;
        }
    }

    /** Whether nothing has become dearer than it may. */
    public boolean isGood() {
        return changes().stream().noneMatch(change -> change.times() > limit);
    }

    /** Whether both runs measured something that can be compared. */
    public boolean isPossible() {
        return !changes().isEmpty();
    }

    private List<Change> changes() {
        return newer.subjects().stream()
                .filter(each -> each.group().equals(GROUP)
                        && each.target().equals(SERVICE)
                        && each.connections() == CONNECTIONS)
                .map(Subject::operation)
                .flatMap(operation -> relative(older, operation)
                        .flatMap(
                                before -> relative(newer, operation).map(after -> new Change(operation, before, after)))
                        .stream())
                .toList();
    }

    private static Optional<Double> relative(Results results, String operation) {
        return results.subject(GROUP, SERVICE, operation, CONNECTIONS)
                .flatMap(subject -> results.subject(GROUP, "nginx", "fixed", CONNECTIONS)
                        .map(nginx -> results.ratio(subject, nginx, Figures::cpu)))
                .filter(Spread::isKnown)
                .map(Spread::median);
    }

    /** A line for each operation. */
    @Override
    public String toString() {
        return changes().stream()
                .map(change -> String.format(
                        Locale.ROOT,
                        "%-20s %6.2f -> %6.2f times nginx's fixed answer, %+.0f %%%s%n",
                        change.operation(),
                        change.before(),
                        change.after(),
                        (change.times() - 1) * 100,
                        change.times() > limit ? "  DEARER" : ""))
                .collect(Collectors.joining());
    }
}
