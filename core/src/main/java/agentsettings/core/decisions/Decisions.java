package agentsettings.core.decisions;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.Idempotency;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Decides the outcome of every command. No other code does: engines read the state, ask here, and store the change. */
public final class Decisions {

    /**
     * Decides the outcome of the command and what it changes. Changes nothing itself.
     *
     * @param ids supplies new ids, for what the command makes
     * @param now the time at which the command is executed
     */
    @SuppressWarnings("unchecked") // each command is decided with an outcome of its own type
    public static <O> Decision<O> decide(Command<O> command, State state, LongSupplier ids, Instant now) {
        return (Decision<O>)
                switch (command) {
                    case CreateSettings create -> createOnce(create, state, ids, now);
                    case UpdateSettings update -> update(update, state);
                    case DeleteSettings delete -> delete(delete, state);
                    case AddUser addUser -> addUser(addUser, state, ids);
                };
    }

    /** A request that is sent again with its idempotency key gets the first outcome again. */
    private static Decision<CreateSettings.Outcome> createOnce(
            CreateSettings command, State state, LongSupplier ids, Instant now) {
        if (command.idempotency() == null) {
            return create(command, state, ids, now);
        }
        String digest = command.idempotency().bodyDigest();
        Optional<RememberedOutcome> first =
                state.remembered(IdempotencyKey.of(command)).filter(known -> now.isBefore(known.expiresAt()));
        if (first.isPresent()) {
            boolean sameBody = first.get().bodyDigest().equals(digest);
            return Decision.unchanged(sameBody ? first.get().outcome() : new CreateSettings.IdempotencyKeyReused());
        }
        Decision<CreateSettings.Outcome> decision = create(command, state, ids, now);
        return decision.remembering(new RememberedOutcome(digest, decision.outcome(), now.plus(Idempotency.LIFE)));
    }

    private static Decision<CreateSettings.Outcome> create(
            CreateSettings command, State state, LongSupplier ids, Instant now) {
        UserKey user = command.user();
        if (!state.userExists(user)) {
            return Decision.unchanged(new CreateSettings.UnknownUser());
        }
        if (state.settings(user).isPresent()) {
            return Decision.unchanged(new CreateSettings.AlreadyExists());
        }
        StoredSettings after = StoredSettings.created(ids.getAsLong(), command.outbound(), now);
        return Decision.changed(
                new CreateSettings.Created(after.id()), new SettingsChanged(command.caller(), user, null, after));
    }

    private static Decision<UpdateSettings.Outcome> update(UpdateSettings command, State state) {
        UserKey user = command.user();
        Optional<StoredSettings> before = state.settings(user);
        if (before.isEmpty()) {
            return Decision.unchanged(
                    state.userExists(user) ? new UpdateSettings.NoSettings() : new UpdateSettings.UnknownUser());
        }
        if (before.get().id() != command.id()) {
            return Decision.unchanged(new UpdateSettings.IdMismatch());
        }
        StoredSettings after = before.get().updated(command.changes());
        return Decision.changed(
                new UpdateSettings.Updated(after.id()),
                new SettingsChanged(command.caller(), user, before.get(), after));
    }

    private static Decision<DeleteSettings.Outcome> delete(DeleteSettings command, State state) {
        UserKey user = command.user();
        Optional<StoredSettings> before = state.settings(user);
        if (before.isEmpty()) {
            return Decision.unchanged(
                    state.userExists(user) ? new DeleteSettings.NoSettings() : new DeleteSettings.UnknownUser());
        }
        return Decision.changed(
                new DeleteSettings.Deleted(), new SettingsChanged(command.caller(), user, before.get(), null));
    }

    private static Decision<AddUser.Outcome> addUser(AddUser command, State state, LongSupplier ids) {
        String tenantId = command.caller().tenantId();
        if (state.accountExists(tenantId, command.profile().account())) {
            return Decision.unchanged(new AddUser.AccountTaken());
        }
        if (command.userId() == null) {
            return added(command.withIds(newUserId(tenantId, state, ids)));
        }
        boolean taken = state.userExists(command.user()) || state.sumUserIdExists(tenantId, command.sumUserId());
        return taken ? Decision.unchanged(new AddUser.UserIdTaken()) : added(command);
    }

    /** An id that is nobody's USER_ID and nobody's SUM_USER_ID. */
    private static String newUserId(String tenantId, State state, LongSupplier ids) {
        String id;
        do {
            id = Long.toString(ids.getAsLong());
        } while (state.userExists(new UserKey(tenantId, id)) || state.sumUserIdExists(tenantId, id));
        return id;
    }

    private static Decision<AddUser.Outcome> added(AddUser command) {
        return Decision.changed(
                new AddUser.Added(command.sumUserId()),
                new UserAdded(command.caller(), command.user(), command.sumUserId(), command.profile()));
    }

    private Decisions() {}
}
