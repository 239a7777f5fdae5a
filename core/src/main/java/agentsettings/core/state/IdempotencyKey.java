package agentsettings.core.state;

import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.commands.Command;

/**
 * Identifies an idempotency key: each actor has keys of its own.
 *
 * @param tenantId empty for a request to the directory
 * @param actor the app's key. For another kind of actor, the kind and the name, separated by a space, which no app's key contains
 */
public record IdempotencyKey(String tenantId, String actor, String key) {

    /** The key that the command was sent with, which must be there. */
    public static IdempotencyKey of(Command<?> command) {
        Caller caller = command.caller();
        return new IdempotencyKey(
                caller.tenantId(), scope(caller.actor()), command.idempotency().key());
    }

    /** The key that a request to the directory was sent with. */
    public static IdempotencyKey ofDirectory(Actor actor, String key) {
        return new IdempotencyKey("", scope(actor), key);
    }

    private static String scope(Actor actor) {
        return actor.kind() == Actor.Kind.APP ? actor.name() : actor.kind() + " " + actor.name();
    }
}
