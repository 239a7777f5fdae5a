package agentsettings.acceptance.history;

import java.util.List;

/** All that was asked about one user's settings, from a time on when there were none. */
public record History(String userId, List<Operation> operations) {

    public History {
        operations = List.copyOf(operations);
    }

    /** This history, had an operation been answered otherwise. */
    public History with(Operation operation, Response otherResponse) {
        Operation changed = new Operation(
                operation.number(),
                operation.node(),
                operation.request(),
                operation.invoked(),
                operation.responded(),
                otherResponse);
        return new History(
                userId,
                operations.stream()
                        .map(kept -> kept.equals(operation) ? changed : kept)
                        .toList());
    }
}
