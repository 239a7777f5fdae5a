package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Updated;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Decides about very short histories by trying everything, and nothing cleverer. */
final class AllOrders {

    private final long[] ids;

    private AllOrders(History history) {
        LongStream told = history.operations().stream().flatMapToLong(AllOrders::idTold);
        ids = LongStream.concat(told, LongStream.of(-1)).distinct().toArray();
    }

    static boolean explain(History history) {
        return new AllOrders(history).explain(State.NOTHING, history.operations());
    }

    private boolean explain(State state, List<Operation> left) {
        return left.stream().noneMatch(Operation::hasResponse)
                || left.stream()
                        .filter(next -> left.stream().noneMatch(other -> other.precedes(next)))
                        .anyMatch(next -> states(state, next).anyMatch(after -> explain(after, without(left, next))));
    }

    private Stream<State> states(State state, Operation operation) {
        return LongStream.of(ids)
                .mapToObj(id -> state.carryOut(operation.request(), id))
                .flatMap(Optional::stream)
                .filter(step -> !operation.hasResponse() || step.response().equals(operation.response()))
                .map(State.Step::next)
                .distinct();
    }

    private static List<Operation> without(List<Operation> operations, Operation one) {
        return operations.stream().filter(operation -> !operation.equals(one)).toList();
    }

    private static LongStream idTold(Operation operation) {
        return switch (operation.response()) {
            case Created created -> LongStream.of(created.id());
            case Found found -> LongStream.of(found.settings().id());
            case Updated updated -> LongStream.of(updated.id());
            case null, default -> LongStream.empty();
        };
    }
}
