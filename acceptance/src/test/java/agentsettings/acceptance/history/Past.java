package agentsettings.acceptance.history;

import agentsettings.acceptance.history.State.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which everything answered so far may have come about.
 *
 * @param owed begun and certain to be answered, but not carried out yet
 * @param possible begun, perhaps to be carried out, perhaps never
 */
record Past(State state, List<Operation> owed, List<Operation> possible) {

    static final Past NOTHING = new Past(State.NOTHING, List.of(), List.of());

    /** What it is once the operation has begun, too. */
    Past begun(Operation operation) {
        return operation.isAnswered()
                ? new Past(state, and(owed, operation), possible).settled()
                : new Past(state, owed, and(possible, operation));
    }

    boolean owes(Operation operation) {
        return owed.contains(operation);
    }

    /** All that it can become by carrying out one operation that changes something. */
    List<Past> next(History history) {
        List<Past> next = new ArrayList<>();
        for (Operation operation : owed) {
            explained(operation).ifPresent(after -> next.add(new Past(after, without(owed, operation), possible)));
        }
        Set<Request> tried = new HashSet<>(); // which of two equal requests is carried out makes no difference
        for (Operation operation : possible) {
            if (tried.add(operation.request())) {
                for (long id : history.idsPossible(operation)) {
                    effect(operation, id)
                            .ifPresent(after -> next.add(new Past(after, owed, without(possible, operation))));
                }
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

    /** An answer that fits and changes nothing may as well be given at once: later it could only fit worse. */
    private Past settled() {
        List<Operation> left = owed.stream()
                .filter(operation -> explained(operation).filter(state::equals).isEmpty())
                .toList();
        return left.size() == owed.size() ? this : new Past(state, left, possible);
    }

    /** The state after an operation, if its answer fits. */
    private Optional<State> explained(Operation operation) {
        return state.carryOut(operation.request(), operation.idGiven())
                .filter(step -> step.answer().equals(operation.answer()))
                .map(Step::next);
    }

    /** The state after an operation whose answer isn't known, if it changes anything. */
    private Optional<State> effect(Operation operation, long idGiven) {
        return state.carryOut(operation.request(), idGiven).map(Step::next).filter(after -> !after.equals(state));
    }

    private static List<Operation> and(List<Operation> operations, Operation another) {
        List<Operation> all = new ArrayList<>(operations);
        all.add(another);
        return List.copyOf(all);
    }

    private static List<Operation> without(List<Operation> operations, Operation one) {
        return operations.stream().filter(operation -> !operation.equals(one)).toList();
    }
}
