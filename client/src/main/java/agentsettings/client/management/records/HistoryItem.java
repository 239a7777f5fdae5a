package agentsettings.client.management.records;

import agentsettings.core.apps.Actor;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of a user or its settings. Immutable.
 *
 * @param <T> what is changed
 */
public sealed interface HistoryItem<T> {

    /** The change's id. */
    String change();

    /** When it was made. */
    Instant time();

    /** Who made it. */
    Actor actor();

    /** What stood before; empty if there was nothing. */
    Optional<T> before();

    /** What stands since; empty if nothing. */
    Optional<T> after();

    /** What was done, which follows from before and after. */
    default Kind kind() {
        return before().isEmpty() ? Kind.CREATED : after().isEmpty() ? Kind.DELETED : Kind.UPDATED;
    }

    /** What is done to a record. */
    enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }

    /** The names of the values that differ. */
    List<String> changed();

    /** A change of the user's settings. */
    record OfSettings(
            String change,
            Instant time,
            Actor actor,
            String settingsId,
            long settingsVersion,
            Optional<OutboundSettings> before,
            Optional<OutboundSettings> after,
            List<String> changed)
            implements HistoryItem<OutboundSettings> {

        public OfSettings {
            changed = List.copyOf(changed);
        }
    }

    /** A change of the user. */
    record OfUser(
            String change,
            Instant time,
            Actor actor,
            Optional<UserProfile> before,
            Optional<UserProfile> after,
            List<String> changed)
            implements HistoryItem<UserProfile> {

        public OfUser {
            changed = List.copyOf(changed);
        }
    }
}
