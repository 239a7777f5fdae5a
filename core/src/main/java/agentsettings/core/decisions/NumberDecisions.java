package agentsettings.core.decisions;

import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Create;
import agentsettings.core.commands.EditNumber.Patch;
import agentsettings.core.commands.EditNumber.Put;
import agentsettings.core.commands.EditNumber.Remove;
import agentsettings.core.commands.EditNumber.Upsert;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.commands.EditNumber.Withdraw;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.state.State;
import agentsettings.core.state.UnloggedChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the command that changes allotted numbers. */
final class NumberDecisions {

    static Decision<EditNumber.Outcome> edit(EditNumber command, State state, Instant now) {
        Optional<AllottedNumber> before = state.number(command.key());
        boolean mayCreate = switch (command.edit()) {
            case Create _, Put _, Upsert _ -> true;
            case Patch _, Withdraw _, Remove _ -> false;
        };
        if (before.isEmpty() && !mayCreate) {
            return Decision.unchanged(new EditNumber.UnknownNumber());
        }
        if (!command.condition().holdsFor(before.map(AllottedNumber::tag))) {
            return Decision.unchanged(new EditNumber.ConditionFailed(before));
        }
        return switch (command.edit()) {
            case Create create when before.isPresent() -> Decision.unchanged(new EditNumber.AlreadyExists());
            case Create(var kinds, var description) -> created(command, kinds, description, now);
            case Put(var kinds, var description, var uses)
            when before.isEmpty() -> created(command, kinds, description, now);
            case Put(var kinds, var description, var uses) ->
                patch(command, before.get(), NumberPatch.ofAll(kinds, description), uses);
            case Upsert(var patch, var uses) when before.isEmpty() -> created(command, patch, now);
            case Upsert(var patch, var uses) -> patch(command, before.get(), patch, uses);
            case Patch(var patch, var uses) -> patch(command, before.get(), patch, uses);
            case Withdraw(var kinds) -> withdraw(command, before.get(), kinds);
            case Remove(var uses) -> remove(command, before.get(), uses);
        };
    }

    private static Decision<EditNumber.Outcome> created(EditNumber command, NumberPatch patch, Instant now) {
        Set<NumberKind> kinds = patch.kinds().value();
        String description = patch.description().value();
        return kinds == null
                ? Decision.unchanged(new EditNumber.KindsMissing())
                : created(command, kinds, description == null ? "" : description, now);
    }

    private static Decision<EditNumber.Outcome> created(
            EditNumber command, Set<NumberKind> kinds, String description, Instant now) {
        AllottedNumber after = AllottedNumber.create(command.number(), kinds, description, now);
        return changed(command, new EditNumber.Created(after), null, after);
    }

    private static Decision<EditNumber.Outcome> patch(
            EditNumber command, AllottedNumber before, NumberPatch patch, Uses uses) {
        AllottedNumber after = patch.appliedTo(before);
        Set<NumberKind> lost = difference(before.kinds(), after.kinds());
        return mayTakeBack(before, lost, uses) ? updated(command, before, after) : stillAllotted(before, lost);
    }

    private static Decision<EditNumber.Outcome> withdraw(
            EditNumber command, AllottedNumber before, Set<NumberKind> kinds) {
        Set<NumberKind> withdrawn = difference(before.kinds(), difference(before.kinds(), kinds));
        return updated(command, before, before.changedTo(before.kinds(), withdrawn, before.description()));
    }

    private static Decision<EditNumber.Outcome> remove(EditNumber command, AllottedNumber before, Uses uses) {
        return mayTakeBack(before, before.kinds(), uses)
                ? changed(command, new EditNumber.Removed(), before, null)
                : stillAllotted(before, before.kinds());
    }

    private static boolean mayTakeBack(AllottedNumber before, Set<NumberKind> kinds, Uses uses) {
        return kinds.isEmpty()
                || switch (uses) {
                    case UNKNOWN -> false;
                    case NONE -> before.withdrawn().containsAll(kinds);
                    case KEPT -> true;
                };
    }

    private static Decision<EditNumber.Outcome> stillAllotted(AllottedNumber before, Set<NumberKind> kinds) {
        return Decision.unchanged(new EditNumber.StillAllotted(before, kinds));
    }

    private static Decision<EditNumber.Outcome> updated(
            EditNumber command, AllottedNumber before, AllottedNumber after) {
        EditNumber.Outcome outcome = new EditNumber.Updated(after);
        return after.equals(before) ? Decision.unchanged(outcome) : changed(command, outcome, before, after);
    }

    private static Decision<EditNumber.Outcome> changed(
            EditNumber command, EditNumber.Outcome outcome, AllottedNumber before, AllottedNumber after) {
        return new Decision<>(
                outcome, List.of(), List.of(new UnloggedChange.NumberChanged(command.key(), before, after)));
    }

    private static Set<NumberKind> difference(Set<NumberKind> kinds, Set<NumberKind> others) {
        EnumSet<NumberKind> rest = EnumSet.noneOf(NumberKind.class);
        rest.addAll(kinds);
        rest.removeAll(others);
        return NumberKind.setOf(rest);
    }

    private NumberDecisions() {}
}
