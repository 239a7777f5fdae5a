package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import java.util.Optional;

/** Changes a user's settings in one of four ways, if the settings meet a condition. */
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

    /** Deletes the settings. */
    public record Delete() implements Edit {}

    /** The outcomes. */
    public sealed interface Outcome {}

    /** The settings are stored; there were none before. */
    public record Created(StoredSettings settings) implements Outcome {}

    /** The settings are stored. If they were the same before, nothing was changed, not even the version. */
    public record Updated(StoredSettings settings) implements Outcome {}

    /** The settings are deleted. */
    public record Deleted() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings to patch or to delete. */
    public record NoSettings() implements Outcome {}

    /** The condition does not hold. */
    public record ConditionFailed(Optional<StoredSettings> current) implements Outcome {}
}
