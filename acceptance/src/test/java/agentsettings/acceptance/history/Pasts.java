package agentsettings.acceptance.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All the pasts that explain what was answered up to a moment. An operation is carried out in them no sooner than a response
 * demands it, which keeps them few.
 */
final class Pasts {

    private static final int PASTS_MAX = 500_000;

    private final UntoldIds untoldIds;
    private List<Past> pasts = List.of(Past.NOTHING);

    Pasts(History history) {
        this.untoldIds = new UntoldIds(history);
    }

    void begin(Operation operation) {
        pasts = withoutCovered(pasts.stream().map(past -> past.begun(operation)).collect(Collectors.toSet()));
    }

    /** Keeps those in which the operation is carried out by now, and returns whether there are any; if not, nothing changes. */
    boolean respond(Operation operation) {
        Set<Past> seen = new HashSet<>(pasts);
        Deque<Past> open = new ArrayDeque<>(pasts);
        List<Past> answered = new ArrayList<>();
        while (!open.isEmpty()) {
            Past past = open.pop();
            if (!past.owes(operation)) {
                answered.add(past);
            } else {
                past.next(untoldIds).stream().filter(seen::add).forEach(open::push);
            }
            if (seen.size() > PASTS_MAX) {
                throw new IllegalStateException("more than " + PASTS_MAX + " ways to explain #" + operation.number());
            }
        }
        if (!answered.isEmpty()) {
            pasts = withoutCovered(answered);
        }
        return !answered.isEmpty();
    }

    /** The settings that there may be at this moment, with null for none. */
    Set<Settings> settings() {
        return pasts.stream().map(past -> past.state().settings()).collect(Collectors.toSet());
    }

    private static List<Past> withoutCovered(Collection<Past> all) {
        return all.stream().collect(Collectors.groupingBy(Past::certain)).values().stream()
                .flatMap(alike -> largest(alike).stream())
                .toList();
    }

    private static List<Past> largest(List<Past> alike) {
        List<Past> kept = new ArrayList<>();
        for (Past past : alike) {
            if (kept.stream().noneMatch(other -> other.covers(past))) {
                kept.removeIf(past::covers);
                kept.add(past);
            }
        }
        return kept;
    }
}
