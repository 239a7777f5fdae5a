package agentsettings.storage.postgres.sets;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * The tenant spaces that a statement is about. When it is only one, the statement names it, so that a distributed database asks the one
 * server that holds it; otherwise all are asked.
 *
 * @param only null when there are several
 */
record TenantSpaces(String only) {

    static <T> TenantSpaces of(List<T> rows, Function<T, String> tenantId) {
        String first = tenantId.apply(rows.getFirst());
        boolean same = rows.stream().allMatch(row -> tenantId.apply(row).equals(first));
        return new TenantSpaces(same ? first : null);
    }

    /** A further condition on a table, for the end of a statement's other ones. */
    String condition(String table) {
        return only == null ? "" : " AND " + table + ".tenant_id = ?";
    }

    /** Binds the condition, where there is one. */
    void bind(PreparedStatement statement, int index) throws SQLException {
        if (only != null) {
            statement.setString(index, only);
        }
    }
}
