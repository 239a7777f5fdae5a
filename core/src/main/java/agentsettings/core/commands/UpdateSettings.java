package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.OutboundSettings;
import java.util.List;

/**
 * Updates some of a user's settings.
 *
 * @param id the id of the settings, which must be those of this user
 * @param changes components that are null are not changed
 */
public record UpdateSettings(Caller caller, long id, String userId, OutboundSettings changes)
        implements Command<UpdateSettings.Outcome> {

    /** The outcomes. */
    public sealed interface Outcome {}

    /**
     * The changes are stored.
     *
     * @param notAllotted those of their numbers that are not allotted, if that is to be warned of
     */
    public record Updated(long id, List<UsedNumber> notAllotted) implements Outcome {

        /** There is nothing to warn of. */
        public Updated(long id) {
            this(id, List.of());
        }
    }

    /** These numbers are not allotted; nothing is stored. */
    public record NumberNotAllotted(List<UsedNumber> numbers) implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The user has no settings. */
    public record NoSettings() implements Outcome {}

    /** The user's settings have another id. */
    public record IdMismatch() implements Outcome {}

    @Override
    public List<UsedNumber> numbersSet() {
        return UsedNumber.of(changes);
    }
}
