package agentsettings.storage.postgres.statements;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/**
 * Restricts a statement to a tenant space if all its rows are of one, so that a distributed database asks only the server that
 * holds it.
 *
 * @param tenantId null if the rows are of several tenant spaces
 */
public record TenantFilter(String tenantId) {

    public static <T> TenantFilter of(Collection<T> rows, Function<T, String> tenantId) {
        String first = tenantId.apply(rows.iterator().next());
        boolean same = rows.stream().allMatch(row -> tenantId.apply(row).equals(first));
        return new TenantFilter(same ? first : null);
    }

    /** A condition on the table, to follow a statement's other conditions. */
    public String condition(String table) {
        return tenantId == null ? "" : " AND " + table + ".tenant_id = ?";
    }

    /** Binds the condition, if there is one. */
    public void bind(PreparedStatement statement, int index) throws SQLException {
        if (tenantId != null) {
            statement.setString(index, tenantId);
        }
    }
}
