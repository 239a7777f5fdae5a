package agentsettings.core.apps;

import java.util.Objects;

/**
 * Who requests a change, as the change log names it. Immutable.
 *
 * @param name the app's key, the id of the management key, or the name of the program
 */
public record Actor(Kind kind, String name) {

    /** What an actor is. */
    public enum Kind {
        /** An app, by the vendor's interface. */
        APP,
        /** A management key, by the management interface. */
        MANAGEMENT_KEY,
        /** The command line, on the database itself. */
        COMMAND_LINE
    }

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }
}
