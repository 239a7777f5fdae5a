package agentsettings.storage.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many rows the tables hold. */
public final class RowCounts {

    /** The number of rows of each table that is there, in the tables' order. */
    public static Map<String, Long> of(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Table table : Table.ALL) {
            if (isThere(connection, table)) {
                counts.put(table.name(), count(connection, table));
            }
        }
        return counts;
    }

    private static boolean isThere(Connection connection, Table table) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, table.name(), new String[] {"TABLE"})) {
            return found.next();
        }
    }

    private static long count(Connection connection, Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }

    private RowCounts() {}
}
