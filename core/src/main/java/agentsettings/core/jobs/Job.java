package agentsettings.core.jobs;

import agentsettings.core.apps.Actor;
import java.time.Instant;

/**
 * An import or a bulk change. Immutable.
 *
 * @param options how its input is read and applied, as a JSON text that only the management interface understands
 * @param actor who started it
 * @param inputBytes the length of its input
 * @param startedAt when it entered its present state or, if it is over, the one before; null before it has begun
 * @param endedAt null until it is over
 * @param failure why it ended early, a sentence; null if it did not
 */
public record Job(
        JobKey key,
        Kind kind,
        String options,
        Actor actor,
        long inputBytes,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        JobProgress progress,
        String failure) {

    /** What a job does. */
    public enum Kind {
        IMPORT_SETTINGS,
        IMPORT_USERS,
        IMPORT_NUMBERS,
        /** Changes the settings of many users alike. */
        CHANGE_SETTINGS,
        /** Puts back what another job has changed. */
        UNDO
    }
}
