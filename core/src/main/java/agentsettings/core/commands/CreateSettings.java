package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import java.util.List;

/**
 * Creates a user's settings.
 *
 * @param idempotency null if the caller sent no key
 */
public record CreateSettings(Caller caller, String userId, OutboundSettings outbound, Idempotency idempotency)
        implements Command<CreateSettings.Outcome> {

    /** The outcomes. One that was decided under an idempotency key is given again to the same request, but for {@link NumberNotAllotted}. */
    public sealed interface Outcome {}

    /**
     * The settings are stored under this new id.
     *
     * @param notAllotted those of their numbers that are not allotted, if that is to be warned of
     */
    public record Created(long id, List<UsedNumber> notAllotted) implements Outcome {

        /** There is nothing to warn of. */
        public Created(long id) {
            this(id, List.of());
        }
    }

    /** These numbers are not allotted; nothing is stored. */
    public record NumberNotAllotted(List<UsedNumber> numbers) implements Outcome {}

    /** The user already has settings, which are not changed. */
    public record AlreadyExists() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The idempotency key was used for a request with another body. */
    public record IdempotencyKeyReused() implements Outcome {}

    @Override
    public List<UsedNumber> numbersSet() {
        return UsedNumber.of(outbound);
    }
}
