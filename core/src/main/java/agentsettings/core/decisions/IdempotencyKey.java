package agentsettings.core.decisions;

import agentsettings.core.commands.CreateSettings;

/** Identifies an idempotency key: each app has keys of its own. */
public record IdempotencyKey(String tenantId, String appKey, String key) {

    /** The key that the command was sent with, which must be there. */
    public static IdempotencyKey of(CreateSettings command) {
        return new IdempotencyKey(
                command.caller().tenantId(),
                command.caller().actor().name(),
                command.idempotency().key());
    }
}
