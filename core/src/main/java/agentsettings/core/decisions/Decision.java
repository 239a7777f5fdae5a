package agentsettings.core.decisions;

/**
 * What becomes of a command.
 *
 * @param <O> the outcomes of the command
 * @param change null if nothing is changed
 * @param remembered what to store under the command's idempotency key; null if nothing
 */
public record Decision<O>(O outcome, Change change, RememberedOutcome remembered) {

    static <O> Decision<O> unchanged(O outcome) {
        return new Decision<>(outcome, null, null);
    }

    static <O> Decision<O> changed(O outcome, Change change) {
        return new Decision<>(outcome, change, null);
    }

    Decision<O> remembering(RememberedOutcome remembered) {
        return new Decision<>(outcome, change, remembered);
    }
}
