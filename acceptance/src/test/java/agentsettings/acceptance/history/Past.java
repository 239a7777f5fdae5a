package agentsettings.acceptance.history;

import agentsettings.acceptance.history.State.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which everything answered so far may have come about.
 *
 * @param owed begun and certain to be answered, but not carried out yet; in the order of their responses
 * @param possible begun, perhaps to be carried out, perhaps never
 */
record Past(State state, List<Operation> owed, List<Operation> possible) {

    static final Past NOTHING = new Past(State.NOTHING, List.of(), List.of());

    /** What it is once the operation has begun, too. */
    Past begun(Operation operation) {
        return operation.hasResponse()
                ? new Past(state, and(owed, operation), possible).settled()
                : new Past(state, owed, and(possible, operation));
    }

    boolean owes(Operation operation) {
        return owed.contains(operation);
    }

    /** All that it can become by carrying out one operation. Of two that are alike it is the one answered first. */
    List<Past> next(UntoldIds untoldIds) {
        List<Past> next = new ArrayList<>();
        for (Operation operation : firstOfEach(owed)) {
            explained(operation).ifPresent(after -> next.add(new Past(after, without(owed, operation), possible)));
        }
        for (Operation operation : firstOfEach(possible)) {
            for (long id : untoldIds.of(operation)) {
                effect(operation, id).ifPresent(after -> next.add(new Past(after, owed, without(possible, operation))));
            }
        }
        return next.stream().map(Past::settled).toList();
    }

    /** This without what is merely possible. */
    Past certain() {
        return new Past(state, owed, List.of());
    }

    /** Whether all that may come of another past, alike but for what is merely possible, may come of this too. */
    boolean covers(Past alike) {
        return possible.containsAll(alike.possible);
    }

    /**
     * An operation that fits and changes nothing, now or ever, is best carried out at once. An update that changes nothing now may
     * be needed later.
     */
    private Past settled() {
        List<Operation> left = owed.stream()
                .filter(operation -> operation.response() instanceof Response.Updated
                        || explained(operation).filter(state::equals).isEmpty())
                .toList();
        return left.size() == owed.size() ? this : new Past(state, left, possible);
    }

    /** The state after an operation, if its response fits. */
    private Optional<State> explained(Operation operation) {
        return state.carryOut(operation.request(), operation.idGiven())
                .filter(step -> step.response().equals(operation.response()))
                .map(Step::next);
    }

    /** The state after an operation whose response isn't known, if it changes anything. */
    private Optional<State> effect(Operation operation, long idGiven) {
        return state.carryOut(operation.request(), idGiven).map(Step::next).filter(after -> !after.equals(state));
    }

    private static List<Operation> firstOfEach(List<Operation> operations) {
        Map<List<Object>, Operation> first = new LinkedHashMap<>();
        operations.forEach(
                operation -> first.putIfAbsent(Arrays.asList(operation.request(), operation.response()), operation));
        return List.copyOf(first.values());
    }

    private static List<Operation> and(List<Operation> operations, Operation another) {
        List<Operation> all = new ArrayList<>(operations);
        all.add(another);
        all.sort(Comparator.comparingLong(Operation::responded));
        return List.copyOf(all);
    }

    private static List<Operation> without(List<Operation> operations, Operation one) {
        return operations.stream().filter(operation -> !operation.equals(one)).toList();
    }
}
