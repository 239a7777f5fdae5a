package agentsettings.storage.tables;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings.AlreadyExists;
import agentsettings.core.commands.CreateSettings.Created;
import agentsettings.core.commands.CreateSettings.UnknownUser;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of {@code idempotency_key}. Immutable. */
public record IdempotencyRow(IdempotencyKey key, RememberedOutcome remembered) {

    private static final String CREATED = "created";
    private static final String ALREADY_EXISTS = "already exists";
    private static final String UNKNOWN_USER = "unknown user";
    private static final String ADDED_USER = "added user ";
    private static final String ACCOUNT_TAKEN = "account taken";
    private static final String USER_ID_TAKEN = "user id taken";

    private static final String CREATED_NUMBER = "created number";

    public static final Table<IdempotencyRow> TABLE = new Table<>(
            "idempotency_key",
            "tenant_id, app_key, idempotency_key",
            List.of(
                    Column.text("tenant_id", row -> row.key.tenantId()),
                    Column.text("app_key", row -> row.key.actor()),
                    Column.text("idempotency_key", row -> row.key.key()),
                    Column.text("body_digest", row -> row.remembered.bodyDigest()),
                    Column.text("outcome", row -> encode(row.remembered.outcome())),
                    Column.number("settings_id", IdempotencyRow::settingsId),
                    Column.number(
                            "expires_at", row -> row.remembered.expiresAt().toEpochMilli())));

    /** The columns that {@link #readRemembered} reads. */
    public static final String REMEMBERED_COLUMNS = "body_digest, outcome, settings_id, expires_at";

    /** Reads {@link #REMEMBERED_COLUMNS} from this index on. */
    public static RememberedOutcome readRemembered(ResultSet row, int first) throws SQLException {
        return new RememberedOutcome(
                row.getString(first),
                decode(row.getString(first + 1), row.getLong(first + 2)),
                Instant.ofEpochMilli(row.getLong(first + 3)));
    }

    private Long settingsId() {
        return remembered.outcome() instanceof Created(long id, var _) ? id : null;
    }

    private static String encode(Object outcome) {
        return switch (outcome) {
            case Created created -> CREATED;
            case AlreadyExists exists -> ALREADY_EXISTS;
            case UnknownUser unknown -> UNKNOWN_USER;
            case AddUser.Added(String sumUserId) -> ADDED_USER + sumUserId;
            case AddUser.AccountTaken taken -> ACCOUNT_TAKEN;
            case AddUser.UserIdTaken taken -> USER_ID_TAKEN;
            case EditNumber.CreatedBefore created -> CREATED_NUMBER;
            default -> throw new IllegalArgumentException("not the outcome of a key's first request");
        };
    }

    private static Object decode(String outcome, long settingsId) throws SQLException {
        return switch (outcome) {
            case CREATED -> new Created(settingsId);
            case ALREADY_EXISTS -> new AlreadyExists();
            case UNKNOWN_USER -> new UnknownUser();
            case String added
            when added.startsWith(ADDED_USER) -> new AddUser.Added(added.substring(ADDED_USER.length()));
            case ACCOUNT_TAKEN -> new AddUser.AccountTaken();
            case USER_ID_TAKEN -> new AddUser.UserIdTaken();
            case CREATED_NUMBER -> new EditNumber.CreatedBefore();
            default -> throw new SQLException("unknown outcome in idempotency_key: " + outcome);
        };
    }
}
