package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import java.util.List;

/**
 * What becomes of a command.
 *
 * @param <O> the outcomes of the command
 * @param changes what is changed and logged, in order; empty if nothing is
 * @param unlogged what is stored beside
 */
public record Decision<O>(O outcome, List<Change> changes, List<UnloggedChange> unlogged) {

    static <O> Decision<O> unchanged(O outcome) {
        return new Decision<>(outcome, List.of(), List.of());
    }

    static <O> Decision<O> changed(O outcome, Change change) {
        return new Decision<>(outcome, List.of(change), List.of());
    }

    Decision<O> remembering(IdempotencyKey key, RememberedOutcome remembered) {
        return new Decision<>(outcome, changes, List.of(new UnloggedChange.Remembered(key, remembered)));
    }
}
