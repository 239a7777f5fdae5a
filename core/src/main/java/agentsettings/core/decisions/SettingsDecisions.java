package agentsettings.core.decisions;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditSettings.ClearNumber;
import agentsettings.core.commands.EditSettings.Delete;
import agentsettings.core.commands.EditSettings.Patch;
import agentsettings.core.commands.EditSettings.Put;
import agentsettings.core.commands.EditSettings.Upsert;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.State;
import agentsettings.core.users.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides the commands that change settings. In a create the numbers are checked before anything that is stored of the user, so that
 * it makes no difference whether it is decided on an assumed state; in an update, too, whatever settings it is for.
 */
final class SettingsDecisions {

    static Decision<CreateSettings.Outcome> create(CreateSettings command, State state, Numbers numbers, Instant now) {
        List<UsedNumber> notAllotted = notAllotted(command, Optional.empty(), state);
        if (isRefused(command, notAllotted)) {
            return Decision.unchanged(new CreateSettings.NumberNotAllotted(notAllotted));
        }
        UserKey user = command.user();
        if (!state.userExists(user)) {
            return Decision.unchanged(new CreateSettings.UnknownUser());
        }
        if (state.settings(user).isPresent()) {
            return Decision.unchanged(new CreateSettings.AlreadyExists());
        }
        StoredSettings after = created(command.outbound(), numbers, now);
        return Decision.changed(new CreateSettings.Created(after.id(), notAllotted), changed(command, null, after));
    }

    static Decision<UpdateSettings.Outcome> update(UpdateSettings command, State state, Numbers numbers) {
        UserKey user = command.user();
        Optional<StoredSettings> before = state.settings(user);
        List<UsedNumber> notAllotted = notAllotted(command, before, state);
        if (isRefused(command, notAllotted)) {
            return Decision.unchanged(new UpdateSettings.NumberNotAllotted(notAllotted));
        }
        if (before.isEmpty()) {
            return Decision.unchanged(
                    state.userExists(user) ? new UpdateSettings.NoSettings() : new UpdateSettings.UnknownUser());
        }
        if (before.get().id() != command.id()) {
            return Decision.unchanged(new UpdateSettings.IdMismatch());
        }
        OutboundSettings outbound = before.get().outbound().with(command.changes());
        StoredSettings after = before.get().changedTo(outbound, numbers.nextChange());
        return Decision.changed(
                new UpdateSettings.Updated(after.id(), notAllotted), changed(command, before.get(), after));
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
        List<UsedNumber> notAllotted = notAllotted(command, before, state);
        return isRefused(command, notAllotted)
                ? Decision.unchanged(new EditSettings.NumberNotAllotted(notAllotted))
                : warning(notAllotted, edited(command, before, numbers, now));
    }

    private static Decision<EditSettings.Outcome> warning(
            List<UsedNumber> notAllotted, Decision<EditSettings.Outcome> decision) {
        EditSettings.Outcome outcome = switch (decision.outcome()) {
            case EditSettings.Created(var settings, var _) -> new EditSettings.Created(settings, notAllotted);
            case EditSettings.Updated(var settings, var _) -> new EditSettings.Updated(settings, notAllotted);
            case EditSettings.Outcome other -> other;
        };
        return notAllotted.isEmpty() ? decision : new Decision<>(outcome, decision.changes(), decision.unlogged());
    }

    private static Decision<EditSettings.Outcome> edited(
            EditSettings command, Optional<StoredSettings> before, Numbers numbers, Instant now) {
        OutboundSettings current = before.map(StoredSettings::outbound).orElse(OutboundSettings.UNSET);
        return switch (command.edit()) {
            case Put(OutboundSettings outbound) -> store(command, before, outbound, numbers, now);
            case Patch(var patch) -> store(command, before, patch.appliedTo(current), numbers, now);
            case Upsert(var patch) -> store(command, before, patch.appliedTo(current), numbers, now);
            case ClearNumber(var number, var kinds) ->
                store(command, before, UsedNumber.clear(current, number, kinds), numbers, now);
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

    /**
     * The numbers that the command sets and that are not allotted; none if numbers are not checked. One that the settings have in the
     * same field already is not set, so that a client may send back what it has read.
     */
    private static List<UsedNumber> notAllotted(Command<?> command, Optional<StoredSettings> before, State state) {
        if (command.caller().numberCheck() == NumberCheck.OFF) {
            return List.of();
        }
        OutboundSettings present = before.map(StoredSettings::outbound).orElse(OutboundSettings.UNSET);
        return command.numbersSet().stream()
                .filter(used -> !used.isIn(present))
                .filter(used -> !isAllotted(command.caller().tenantId(), used, state))
                .toList();
    }

    private static boolean isAllotted(String tenantId, UsedNumber used, State state) {
        return state.number(new NumberKey(tenantId, used.number()))
                .filter(number -> number.permits(used.field().kind()))
                .isPresent();
    }

    private static boolean isRefused(Command<?> command, List<UsedNumber> notAllotted) {
        return !notAllotted.isEmpty() && command.caller().numberCheck() == NumberCheck.ENFORCE;
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
