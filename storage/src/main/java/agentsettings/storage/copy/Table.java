package agentsettings.storage.copy;

import static agentsettings.storage.copy.Column.bytes;
import static agentsettings.storage.copy.Column.flag;
import static agentsettings.storage.copy.Column.number;
import static agentsettings.storage.copy.Column.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that every engine has.
 *
 * @param order of its rows, which is that of its primary key
 * @param columns those that mean the same in every engine
 */
record Table(String name, String order, List<Column> columns) {

    /** The change log, whose rows each engine numbers in its own way. */
    static final Table CHANGE_LOG = new Table(
            "change_log",
            "seq",
            List.of(
                    new Column("seq", Column.Kind.NUMBER, false),
                    number("at"),
                    text("tenant_id"),
                    text("user_id"),
                    number("settings_id"),
                    text("actor"),
                    text("action"),
                    text("before"),
                    text("after")));

    /** Every table, after those that it refers to. */
    static final List<Table> ALL = List.of(
            new Table("tenant_space", "tenant_id", List.of(text("tenant_id"), number("created_at"))),
            new Table(
                    "app",
                    "app_key",
                    List.of(
                            text("app_key"),
                            text("tenant_id"),
                            number("edition"),
                            text("secret_hash"),
                            flag("enabled"),
                            number("token_epoch"),
                            number("created_at"))),
            new Table("signing_key", "key_id", List.of(text("key_id"), bytes("secret"), number("created_at"))),
            new Table(
                    "t_aicc_pub_appcube_user",
                    "tenant_id, user_id",
                    List.of(
                            text("tenant_id"),
                            text("user_id"),
                            text("sum_user_id"),
                            text("account"),
                            text("name"),
                            text("phone"),
                            text("email"),
                            text("description"),
                            text("status"),
                            number("created_at"))),
            new Table(
                    "agent_settings",
                    "tenant_id, user_id",
                    List.of(
                            text("tenant_id"),
                            text("user_id"),
                            number("id"),
                            text("call_type"),
                            text("display_numbers"),
                            text("softphone_numbers"),
                            text("default_display_number"),
                            text("default_softphone_number"),
                            number("version"),
                            number("created_at"),
                            number("updated_at"))),
            CHANGE_LOG,
            new Table(
                    "idempotency_key",
                    "tenant_id, app_key, idempotency_key",
                    List.of(
                            text("tenant_id"),
                            text("app_key"),
                            text("idempotency_key"),
                            text("body_digest"),
                            text("outcome"),
                            number("settings_id"),
                            number("expires_at"))));

    /** The columns' names, as SQL lists them. */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
