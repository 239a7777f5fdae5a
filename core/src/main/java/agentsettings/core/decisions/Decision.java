package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.UnloggedChange;
import java.util.ArrayList;
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
        List<UnloggedChange> all = new ArrayList<>(unlogged);
        all.add(new UnloggedChange.Remembered(key, remembered));
        return new Decision<>(outcome, changes, all);
    }

    /** The changes of all these decisions, in their order. */
    public static List<Change> changesOf(List<Decision<?>> decisions) {
        List<Change> changes = new ArrayList<>(decisions.size());
        for (Decision<?> decision : decisions) {
            changes.addAll(decision.changes());
        }
        return changes;
    }
}
