package agentsettings.core.settings;

import java.time.Instant;

/**
 * A user's settings as they are stored.
 *
 * @param version 1 when created, one more with each update
 */
public record StoredSettings(long id, long version, OutboundSettings outbound, Instant createdAt) {

    /** The first version of new settings. */
    public static StoredSettings created(long id, OutboundSettings outbound, Instant now) {
        return new StoredSettings(id, 1, outbound, now);
    }

    /** The next version, with the given changes. */
    public StoredSettings updated(OutboundSettings changes) {
        return new StoredSettings(id, version + 1, outbound.with(changes), createdAt);
    }
}
