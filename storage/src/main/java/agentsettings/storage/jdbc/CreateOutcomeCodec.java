package agentsettings.storage.jdbc;

import agentsettings.core.commands.CreateSettings.AlreadyExists;
import agentsettings.core.commands.CreateSettings.Created;
import agentsettings.core.commands.CreateSettings.IdempotencyKeyReused;
import agentsettings.core.commands.CreateSettings.Outcome;
import agentsettings.core.commands.CreateSettings.UnknownUser;
import java.sql.SQLException;

/** Outcomes as the columns {@code outcome} and {@code settings_id} of {@code idempotency_key} hold them. */
public final class CreateOutcomeCodec {

    private static final String CREATED = "created";
    private static final String ALREADY_EXISTS = "already exists";
    private static final String UNKNOWN_USER = "unknown user";

    /** The outcome in words, for the first of the columns. */
    public static String words(Outcome outcome) {
        return switch (outcome) {
            case Created created -> CREATED;
            case AlreadyExists exists -> ALREADY_EXISTS;
            case UnknownUser unknown -> UNKNOWN_USER;
            case IdempotencyKeyReused reused ->
                throw new IllegalArgumentException("a refusal is no outcome of its own");
        };
    }

    /** The new settings' id, for the second of the columns; null when none were made. */
    public static Long settingsId(Outcome outcome) {
        return outcome instanceof Created(long id) ? id : null;
    }

    /**
     * The outcome that both columns tell.
     *
     * @param settingsId anything when no settings were made
     */
    public static Outcome read(String words, long settingsId) throws SQLException {
        return switch (words) {
            case CREATED -> new Created(settingsId);
            case ALREADY_EXISTS -> new AlreadyExists();
            case UNKNOWN_USER -> new UnknownUser();
            default -> throw new SQLException("unknown outcome in idempotency_key: " + words);
        };
    }

    private CreateOutcomeCodec() {}
}
