package agentsettings.core.settings;

import java.time.Instant;

/**
 * A user's settings as they are stored. Immutable.
 *
 * @param version 1 when created, one more with each change
 * @param change the number of the change that stored them, 0 if it is not known; see {@link
 *     agentsettings.core.changes.ChangeNumber}
 */
public record StoredSettings(long id, long version, OutboundSettings outbound, Instant createdAt, long change) {

    /** The first version of new settings. */
    public static StoredSettings created(long id, OutboundSettings outbound, Instant now, long change) {
        return new StoredSettings(id, 1, outbound, now, change);
    }

    /** The next version. */
    public StoredSettings changedTo(OutboundSettings changed, long by) {
        return new StoredSettings(id, version + 1, changed, createdAt, by);
    }

    /** Identifies this version of these settings among all that the user ever has. */
    public String tag() {
        return id + "-" + version;
    }
}
