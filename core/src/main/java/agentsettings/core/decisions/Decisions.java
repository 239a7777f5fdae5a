package agentsettings.core.decisions;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
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
                        once(
                                create,
                                state,
                                now,
                                new CreateSettings.IdempotencyKeyReused(),
                                () -> SettingsDecisions.create(create, state, numbers, now));
                    case UpdateSettings update -> SettingsDecisions.update(update, state, numbers);
                    case DeleteSettings delete -> SettingsDecisions.delete(delete, state, numbers);
                    case EditSettings edit -> SettingsDecisions.edit(edit, state, numbers, now);
                    case AddUser add when add.idempotency() == null -> UserDecisions.add(add, state, numbers, now);
                    case AddUser add ->
                        once(
                                add,
                                state,
                                now,
                                new AddUser.IdempotencyKeyReused(),
                                () -> UserDecisions.add(add, state, numbers, now));
                    case EditUser edit -> UserDecisions.edit(edit, state, numbers);
                    case JobStep step -> JobDecisions.step(step, state, numbers, now);
                    case UpsertUser upsert -> UserDecisions.upsert(upsert, state, numbers, now);
                };
    }

    /** Decides a command by its kind's rules. */
    private interface Decider<O> {
        Decision<O> decide();
    }

    /** A request that is sent again with its idempotency key gets the first outcome again. */
    @SuppressWarnings("unchecked") // a key is remembered with an outcome of its command
    private static <O> Decision<O> once(Command<O> command, State state, Instant now, O reused, Decider<O> decider) {
        String digest = command.idempotency().bodyDigest();
        IdempotencyKey key = IdempotencyKey.of(command);
        Optional<RememberedOutcome> first = state.remembered(key).filter(known -> now.isBefore(known.expiresAt()));
        if (first.isPresent()) {
            boolean sameBody = first.get().bodyDigest().equals(digest);
            return Decision.unchanged(sameBody ? (O) first.get().outcome() : reused);
        }
        Decision<O> decision = decider.decide();
        return decision.remembering(key, new RememberedOutcome(digest, decision.outcome(), now.plus(Idempotency.LIFE)));
    }

    private Decisions() {}
}
