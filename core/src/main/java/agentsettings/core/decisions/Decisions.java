package agentsettings.core.decisions;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.JobStep;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.State;
import java.time.Instant;
import java.util.Optional;

/** Decides the outcome of every command. No other code does: engines read the state, ask here, and store the changes. */
public final class Decisions {

    /**
     * Decides the outcome of the command and what it changes. Changes nothing itself.
     *
     * @param numbers supplies the ids of what the command makes, and the numbers of its changes
     * @param now the time at which the command is executed
     */
    @SuppressWarnings("unchecked") // each command is decided with an outcome of its own type
    public static <O> Decision<O> decide(Command<O> command, State state, Numbers numbers, Instant now) {
        return (Decision<O>)
                switch (command) {
                    case CreateSettings create
                    when create.idempotency() == null -> SettingsDecisions.create(create, state, numbers, now);
                    case CreateSettings create ->
                        once(create, state, now, () -> SettingsDecisions.create(create, state, numbers, now));
                    case UpdateSettings update -> SettingsDecisions.update(update, state, numbers);
                    case DeleteSettings delete -> SettingsDecisions.delete(delete, state, numbers);
                    case EditSettings edit -> SettingsDecisions.edit(edit, state, numbers, now);
                    case AddUser add -> once(add, state, now, () -> UserDecisions.add(add, state, numbers, now));
                    case EditUser edit -> UserDecisions.edit(edit, state, numbers);
                    case UpsertUser upsert -> UserDecisions.upsert(upsert, state, numbers, now);
                    case EditNumber edit -> once(edit, state, now, () -> NumberDecisions.edit(edit, state, now));
                    case JobStep step -> JobDecisions.step(step, state, numbers, now);
                };
    }

    /** Decides a command by its kind's rules. */
    private interface Decider<O> {
        Decision<O> decide();
    }

    /** A request that is sent again with its idempotency key, if it has one, gets the first outcome again. */
    @SuppressWarnings("unchecked") // a key is remembered with an outcome of its command
    private static <O> Decision<O> once(Command<O> command, State state, Instant now, Decider<O> decider) {
        if (command.idempotency() == null) {
            return decider.decide();
        }
        String digest = command.idempotency().bodyDigest();
        IdempotencyKey key = IdempotencyKey.of(command);
        Optional<RememberedOutcome> first = state.remembered(key).filter(known -> now.isBefore(known.expiresAt()));
        if (first.isPresent()) {
            boolean sameBody = first.get().bodyDigest().equals(digest);
            return Decision.unchanged((O) (sameBody ? first.get().outcome() : keyReused(command)));
        }
        Decision<O> decision = decider.decide();
        return remembered(decision.outcome())
                .map(outcome ->
                        decision.remembering(key, new RememberedOutcome(digest, outcome, now.plus(Idempotency.LIFE))))
                .orElse(decision);
    }

    private static Object keyReused(Command<?> command) {
        return switch (command) {
            case CreateSettings create -> new CreateSettings.IdempotencyKeyReused();
            case AddUser add -> new AddUser.IdempotencyKeyReused();
            case EditNumber edit -> new EditNumber.IdempotencyKeyReused();
            default -> throw new IllegalArgumentException("not a command with an idempotency key");
        };
    }

    /** What a repetition of the request gets instead of this outcome; empty if it is executed again. */
    private static Optional<Object> remembered(Object outcome) {
        return switch (outcome) {
            case CreateSettings.NumberNotAllotted refused -> Optional.empty();
            case EditNumber.Created created -> Optional.of(new EditNumber.CreatedBefore());
            case EditNumber.Outcome other -> Optional.empty();
            default -> Optional.of(outcome);
        };
    }

    private Decisions() {}
}
