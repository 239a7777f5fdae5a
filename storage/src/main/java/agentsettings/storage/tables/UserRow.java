package agentsettings.storage.tables;

import agentsettings.core.rules.RuleViolation;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of the vendor's user table. Immutable. */
public record UserRow(UserKey key, StoredUser user) {

    public static final Table<UserRow> TABLE = new Table<>(
            "t_aicc_pub_appcube_user",
            "tenant_id, user_id",
            List.of(
                    Column.text("tenant_id", row -> row.key.tenantId()),
                    Column.text("user_id", row -> row.key.userId()),
                    Column.text("sum_user_id", row -> row.user.sumUserId()),
                    Column.text("account", row -> row.user.profile().account()),
                    Column.text("name", row -> row.user.profile().name()),
                    Column.text("phone", row -> row.user.profile().phone()),
                    Column.text("email", row -> row.user.profile().email()),
                    Column.text("description", row -> row.user.profile().description()),
                    Column.text("status", row -> row.user.profile().status().code()),
                    Column.number("created_at", row -> row.user.createdAt().toEpochMilli()),
                    Column.number("change", row -> row.user.change())));

    /** The columns that {@link #readUser} reads. */
    public static final List<String> USER_COLUMNS = TABLE.columns().stream()
            .filter(column -> !TABLE.isInKey(column))
            .map(Column::name)
            .toList();

    /** Reads {@link #USER_COLUMNS} from this index on. */
    public static StoredUser readUser(ResultSet row, int first) throws SQLException {
        String status = row.getString(first + 6);
        UserProfile profile = new UserProfile(
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                UserStatus.of(status).orElseThrow(() -> new SQLException("unknown status of a user: " + status)));
        return new StoredUser(
                row.getString(first), profile, Instant.ofEpochMilli(row.getLong(first + 7)), row.getLong(first + 8));
    }

    /** Every rule that the user's ids and {@link #USER_COLUMNS} from this index on break. */
    public static List<RuleViolation> violations(String userId, ResultSet row, int first) throws SQLException {
        UserDraft draft = new UserDraft(
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6));
        return UserRules.violations(userId, row.getString(first), draft);
    }
}
