package agentsettings.storage.changelog;

import agentsettings.core.apps.Actor;
import java.util.Arrays;

/** How an actor is stored: its kind, and its name with the job, if there is one, behind a space, which no name of a key contains. */
public final class ActorColumns {

    /** The value of the column with the kind. */
    public static String kind(Actor actor) {
        return encode(actor.kind());
    }

    /** The value of the column with the name. */
    public static String name(Actor actor) {
        return actor.job() == null ? actor.name() : actor.name() + " " + actor.job();
    }

    /** The actor with these values. */
    public static Actor read(String kind, String name) {
        Actor.Kind decoded = Arrays.stream(Actor.Kind.values())
                .filter(candidate -> encode(candidate).equals(kind))
                .findFirst()
                .orElseThrow();
        int space = decoded == Actor.Kind.MANAGEMENT_KEY ? name.indexOf(' ') : -1;
        return space < 0
                ? new Actor(decoded, name)
                : new Actor(decoded, name.substring(0, space), name.substring(space + 1));
    }

    private static String encode(Actor.Kind kind) {
        return switch (kind) {
            case APP -> "app";
            case MANAGEMENT_KEY -> "management key";
            case AGENT -> "agent";
            case COMMAND_LINE -> "command line";
        };
    }

    private ActorColumns() {}
}
