package agentsettings.core.decisions;

import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditSettings.Delete;
import agentsettings.core.commands.EditSettings.Patch;
import agentsettings.core.commands.EditSettings.Put;
import agentsettings.core.commands.EditSettings.Upsert;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.State;
import agentsettings.core.users.UserKey;
import java.time.Instant;
import java.util.Optional;

/** Decides the commands that change settings. */
final class SettingsDecisions {

    static Decision<CreateSettings.Outcome> create(CreateSettings command, State state, Numbers numbers, Instant now) {
        UserKey user = command.user();
        if (!state.userExists(user)) {
            return Decision.unchanged(new CreateSettings.UnknownUser());
        }
        if (state.settings(user).isPresent()) {
            return Decision.unchanged(new CreateSettings.AlreadyExists());
        }
        StoredSettings after = created(command.outbound(), numbers, now);
        return Decision.changed(new CreateSettings.Created(after.id()), changed(command, null, after));
    }

    static Decision<UpdateSettings.Outcome> update(UpdateSettings command, State state, Numbers numbers) {
        UserKey user = command.user();
        Optional<StoredSettings> before = state.settings(user);
        if (before.isEmpty()) {
            return Decision.unchanged(
                    state.userExists(user) ? new UpdateSettings.NoSettings() : new UpdateSettings.UnknownUser());
        }
        if (before.get().id() != command.id()) {
            return Decision.unchanged(new UpdateSettings.IdMismatch());
        }
        OutboundSettings outbound = before.get().outbound().with(command.changes());
        StoredSettings after = before.get().changedTo(outbound, numbers.nextChange());
        return Decision.changed(new UpdateSettings.Updated(after.id()), changed(command, before.get(), after));
    }

    static Decision<DeleteSettings.Outcome> delete(DeleteSettings command, State state, Numbers numbers) {
        UserKey user = command.user();
        Optional<StoredSettings> before = state.settings(user);
        if (before.isEmpty()) {
            return Decision.unchanged(
                    state.userExists(user) ? new DeleteSettings.NoSettings() : new DeleteSettings.UnknownUser());
        }
        return Decision.changed(new DeleteSettings.Deleted(), deleted(command, before.get(), numbers));
    }

    static Decision<EditSettings.Outcome> edit(EditSettings command, State state, Numbers numbers, Instant now) {
        Optional<StoredSettings> before = state.settings(command.user());
        if (before.isEmpty() && !state.userExists(command.user())) {
            return Decision.unchanged(new EditSettings.UnknownUser());
        }
        boolean creates = command.edit() instanceof Put || command.edit() instanceof Upsert;
        if (before.isEmpty() && !creates) {
            return Decision.unchanged(new EditSettings.NoSettings());
        }
        if (!command.condition().holdsFor(before.map(StoredSettings::tag))) {
            return Decision.unchanged(new EditSettings.ConditionFailed(before));
        }
        OutboundSettings current = before.map(StoredSettings::outbound).orElse(OutboundSettings.UNSET);
        return switch (command.edit()) {
            case Put(OutboundSettings outbound) -> store(command, before, outbound, numbers, now);
            case Patch(var patch) -> store(command, before, patch.appliedTo(current), numbers, now);
            case Upsert(var patch) -> store(command, before, patch.appliedTo(current), numbers, now);
            case Delete() ->
                Decision.changed(new EditSettings.Deleted(), deleted(command, before.orElseThrow(), numbers));
        };
    }

    private static Decision<EditSettings.Outcome> store(
            EditSettings command,
            Optional<StoredSettings> before,
            OutboundSettings outbound,
            Numbers numbers,
            Instant now) {
        if (before.isPresent()) {
            return replace(command, before.get(), outbound, numbers);
        }
        StoredSettings after = created(outbound, numbers, now);
        return Decision.changed(new EditSettings.Created(after), changed(command, null, after));
    }

    private static Decision<EditSettings.Outcome> replace(
            EditSettings command, StoredSettings before, OutboundSettings outbound, Numbers numbers) {
        if (outbound.equals(before.outbound())) {
            return Decision.unchanged(new EditSettings.Updated(before));
        }
        StoredSettings after = before.changedTo(outbound, numbers.nextChange());
        return Decision.changed(new EditSettings.Updated(after), changed(command, before, after));
    }

    private static StoredSettings created(OutboundSettings outbound, Numbers numbers, Instant now) {
        return StoredSettings.created(numbers.nextId(), outbound, now, numbers.nextChange());
    }

    private static SettingsChanged changed(Command<?> command, StoredSettings before, StoredSettings after) {
        return new SettingsChanged(after.change(), command.caller(), command.user(), before, after);
    }

    static SettingsChanged deleted(Command<?> command, StoredSettings before, Numbers numbers) {
        return new SettingsChanged(numbers.nextChange(), command.caller(), command.user(), before, null);
    }

    private SettingsDecisions() {}
}
