package agentsettings.core.commands;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.OutboundSettings;

/**
 * Gives a user its settings, once.
 *
 * @param idempotency null when the caller sent no key
 */
public record CreateSettings(Caller caller, String userId, OutboundSettings outbound, Idempotency idempotency)
        implements Command<CreateSettings.Outcome> {

    /** How it turned out. An outcome decided under an idempotency key is given again to the same request. */
    public sealed interface Outcome {}

    /** The settings are stored under this new id. */
    public record Created(long id) implements Outcome {}

    /** The user has settings already; they stay as they are. */
    public record AlreadyExists() implements Outcome {}

    /** The tenant space has no user with this USER_ID. */
    public record UnknownUser() implements Outcome {}

    /** The idempotency key was used before with another body. */
    public record IdempotencyKeyReused() implements Outcome {}
}
