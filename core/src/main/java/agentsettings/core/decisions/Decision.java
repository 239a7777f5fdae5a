package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import java.util.List;

/**
 * What becomes of a command.
 *
 * @param <O> the outcomes of the command
 * @param changes what is changed, in order; empty if nothing is
 * @param remembered what to store under the command's idempotency key; null if nothing
 */
public record Decision<O>(O outcome, List<Change> changes, RememberedOutcome remembered) {

    static <O> Decision<O> unchanged(O outcome) {
        return new Decision<>(outcome, List.of(), null);
    }

    static <O> Decision<O> changed(O outcome, Change change) {
        return new Decision<>(outcome, List.of(change), null);
    }

    Decision<O> remembering(RememberedOutcome remembered) {
        return new Decision<>(outcome, changes, remembered);
    }
}
