package agentsettings.core.apps;

import java.util.Objects;

/**
 * Who requests a change, as the change log names it. Immutable.
 *
 * @param name the app's key, the id of the management key, the id of the agent's user, or the name of the program
 * @param job the id of the job by which a management key makes the change; null if it makes it itself
 */
public record Actor(Kind kind, String name, String job) {

    /** What an actor is. */
    public enum Kind {
        /** An app, by the vendor's interface. */
        APP,
        /** A management key, by the management interface. */
        MANAGEMENT_KEY,
        /** An agent, at the console by a link that a management key has made. */
        AGENT,
        /** The command line, on the database itself. */
        COMMAND_LINE
    }

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    public Actor(Kind kind, String name) {
        this(kind, name, null);
    }

    /** The actor when this job of it makes a change. */
    public Actor by(String jobId) {
        return new Actor(kind, name, jobId);
    }
}
