package agentsettings.storage.tables;

import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.time.Instant;
import java.util.List;

/** A row of the vendor's user table. Immutable. */
public record UserRow(UserAdded added, Instant createdAt) {

    public static final Table<UserRow> TABLE = new Table<>(
            "t_aicc_pub_appcube_user",
            "tenant_id, user_id",
            List.of(
                    Column.text("tenant_id", row -> row.added.user().tenantId()),
                    Column.text("user_id", row -> row.added.user().userId()),
                    Column.text("sum_user_id", row -> row.added.sumUserId()),
                    Column.text("account", row -> row.added.profile().account()),
                    Column.text("name", row -> row.added.profile().name()),
                    Column.text("phone", row -> row.added.profile().phone()),
                    Column.text("email", row -> row.added.profile().email()),
                    Column.text("description", row -> row.added.profile().description()),
                    Column.text("status", row -> row.added.profile().status().code()),
                    Column.number("created_at", row -> row.createdAt.toEpochMilli())));
}
