package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.settings.StoredSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes a user's settings in one of these ways, if the settings meet a condition. */
public record EditSettings(Caller caller, String userId, Edit edit, Condition condition)
        implements Command<EditSettings.Outcome> {

    /** The ways. */
    public sealed interface Edit {}

    /** Creates the settings, or replaces all of them. */
    public record Put(OutboundSettings outbound) implements Edit {}

    /** Changes some of the settings. */
    public record Patch(SettingsPatch patch) implements Edit {}

    /** Creates the settings with the values that the patch assigns, or changes some of the settings. */
    public record Upsert(SettingsPatch patch) implements Edit {}

    /** Takes a number out of the settings as these kinds. */
    public record ClearNumber(PhoneNumber number, Set<NumberKind> kinds) implements Edit {}

    /** Deletes the settings. */
    public record Delete() implements Edit {}

    /** The outcomes. */
    public sealed interface Outcome {}

    /**
     * The settings are stored; there were none before.
     *
     * @param notAllotted the numbers that were set but are not allotted, if that is to be warned of
     */
    public record Created(StoredSettings settings, List<UsedNumber> notAllotted) implements Outcome {

        /** There is nothing to warn of. */
        public Created(StoredSettings settings) {
            this(settings, List.of());
        }
    }

    /**
     * The settings are stored. If they were the same before, nothing was changed, not even the version.
     *
     * @param notAllotted the numbers that were set but are not allotted, if that is to be warned of
     */
    public record Updated(StoredSettings settings, List<UsedNumber> notAllotted) implements Outcome {

        /** There is nothing to warn of. */
        public Updated(StoredSettings settings) {
            this(settings, List.of());
        }
    }

    /** These numbers are not allotted; nothing is stored. */
    public record NumberNotAllotted(List<UsedNumber> numbers) implements Outcome {}

    /** The settings are deleted. */
    public record Deleted() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings to patch or to delete. */
    public record NoSettings() implements Outcome {}

    /** The condition does not hold. */
    public record ConditionFailed(Optional<StoredSettings> current) implements Outcome {}

    @Override
    public List<UsedNumber> numbersSet() {
        return switch (edit) {
            case Put(var outbound) -> UsedNumber.of(outbound);
            case Patch(var patch) -> UsedNumber.of(patch.assigned());
            case Upsert(var patch) -> UsedNumber.of(patch.assigned());
            case ClearNumber clearNumber -> List.of();
            case Delete delete -> List.of();
        };
    }
}
