package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Answer.Created;
import agentsettings.acceptance.history.Answer.Found;
import agentsettings.acceptance.history.Answer.Updated;
import agentsettings.acceptance.history.Request.Create;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** All that was asked about one user's settings, from a time on when there were none. */
public record History(String userId, List<Operation> operations) {

    public History {
        operations = List.copyOf(operations);
    }

    /** This history, had an operation been answered otherwise. */
    public History with(Operation operation, Answer otherAnswer) {
        Operation changed = new Operation(
                operation.number(),
                operation.node(),
                operation.request(),
                operation.invoked(),
                operation.responded(),
                otherAnswer);
        return new History(
                userId,
                operations.stream()
                        .map(kept -> kept.equals(operation) ? changed : kept)
                        .toList());
    }

    /** The ids that an operation may have given, if it is a create and was carried out. */
    List<Long> idsPossible(Operation operation) {
        if (operation.isAnswered() || !(operation.request() instanceof Create)) {
            return List.of(operation.idGiven());
        }
        List<Long> ids = new ArrayList<>(idsToldOfItsKey(operation));
        if (ids.isEmpty()) {
            ids.addAll(idsOfNoAnsweredCreate());
            ids.add(operation.idGiven());
        }
        return ids;
    }

    private List<Long> idsToldOfItsKey(Operation create) {
        return operations.stream()
                .filter(other -> isRepeat(other.request(), create.request()))
                .flatMapToLong(other -> other.answer() instanceof Created created ? LongStream.of(created.id()) : null)
                .distinct()
                .boxed()
                .toList();
    }

    private static boolean isRepeat(Request one, Request other) {
        return one instanceof Create create
                && create.key() != null
                && other instanceof Create first
                && Objects.equals(create.key(), first.key());
    }

    private List<Long> idsOfNoAnsweredCreate() {
        List<Long> created = operations.stream()
                .filter(operation -> operation.answer() instanceof Created)
                .map(operation -> ((Created) operation.answer()).id())
                .toList();
        return operations.stream()
                .flatMapToLong(operation -> switch (operation.answer()) {
                    case Found found -> LongStream.of(found.settings().id());
                    case Updated updated -> LongStream.of(updated.id());
                    case null, default -> LongStream.empty();
                })
                .distinct()
                .boxed()
                .filter(id -> !created.contains(id))
                .toList();
    }
}
