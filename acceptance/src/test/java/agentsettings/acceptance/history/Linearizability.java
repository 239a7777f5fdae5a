package agentsettings.acceptance.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether one order of a history's operations, in keeping with real time, explains every response. Goes through the history in time
 * order with all the pasts that are still possible, after Wing and Gong's search and Lowe's just-in-time improvement of it; so it
 * is exact, and takes time in proportion to the history's length.
 */
public final class Linearizability {

    /** A beginning or an end of an operation. */
    private record Event(long time, boolean isResponse, Operation operation) {}

    private Linearizability() {}

    /** Returns what is wrong with the history, for people to read; empty when nothing is. */
    public static Optional<String> complaint(History history) {
        Pasts pasts = new Pasts(history);
        for (Event event : events(history)) {
            if (!event.isResponse()) {
                pasts.begin(event.operation());
            } else if (!pasts.respond(event.operation())) {
                return Optional.of(new HistoryText(history).complaint(event.operation(), pasts.settings()));
            }
        }
        return Optional.empty();
    }

    /** Of what happens at the same time, beginnings come first: such operations overlap. */
    private static List<Event> events(History history) {
        return history.operations().stream()
                .flatMap(Linearizability::events)
                .sorted(Comparator.comparingLong(Event::time).thenComparing(Event::isResponse))
                .toList();
    }

    private static Stream<Event> events(Operation operation) {
        Event beginning = new Event(operation.invoked(), false, operation);
        return operation.hasResponse()
                ? Stream.of(beginning, new Event(operation.responded(), true, operation))
                : Stream.of(beginning);
    }
}
