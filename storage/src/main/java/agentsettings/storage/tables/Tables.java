package agentsettings.storage.tables;

import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables that both engines have. */
public final class Tables {

    /** The number of a change, which the engine assigns, each in its own way; so it is not compared between engines. */
    public static final Column<ChangeRow> CHANGE_NUMBER = Column.number("seq", unassigned -> null);

    /** The change log with the numbers of its changes. */
    public static final Table<ChangeRow> NUMBERED_CHANGE_LOG = new Table<>(
            ChangeRow.TABLE.name(),
            ChangeRow.TABLE.key(),
            Stream.concat(Stream.of(CHANGE_NUMBER), ChangeRow.TABLE.columns().stream())
                    .toList());

    /** Every table, after those that it refers to. */
    public static final List<Table<?>> ALL = List.of(
            DirectoryDao.TENANT_SPACES,
            DirectoryDao.APPS,
            DirectoryDao.SIGNING_KEYS,
            UserRow.TABLE,
            SettingsRow.TABLE,
            NUMBERED_CHANGE_LOG,
            IdempotencyRow.TABLE,
            FactRow.TABLE);

    /** The number of rows of each table that exists, in the tables' order. */
    public static Map<String, Long> rowCounts(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Table<?> table : ALL) {
            if (exists(connection, table)) {
                counts.put(table.name(), count(connection, table));
            }
        }
        return counts;
    }

    private static boolean exists(Connection connection, Table<?> table) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, table.name(), new String[] {"TABLE"})) {
            return found.next();
        }
    }

    private static long count(Connection connection, Table<?> table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }

    private Tables() {}
}
