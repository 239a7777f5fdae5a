package agentsettings.storage.changelog;

import agentsettings.core.changes.Change;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.util.List;

/** A row of {@code deleted_record}: the deletion of a record, from which its history can be followed. Immutable. */
public record DeletedRecordRow(Change deletion) {

    public static final Table<DeletedRecordRow> TABLE = new Table<>(
            "deleted_record",
            "tenant_id, user_id, change",
            List.of(
                    Column.text("tenant_id", row -> row.deletion.user().tenantId()),
                    Column.text("user_id", row -> row.deletion.user().userId()),
                    Column.number("change", row -> row.deletion.number())));
}
