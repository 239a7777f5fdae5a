package agentsettings.storage.schema;

import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.changelog.DeletedRecordRow;
import agentsettings.storage.changelog.LogStartRow;
import agentsettings.storage.directory.AppDao;
import agentsettings.storage.directory.FactDao;
import agentsettings.storage.directory.ManagementKeyDao;
import agentsettings.storage.directory.SigningKeyDao;
import agentsettings.storage.directory.TenantSpaceDao;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.jobs.JobFaultRow;
import agentsettings.storage.jobs.JobInputRow;
import agentsettings.storage.jobs.JobRow;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.NumberRow;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that both engines have. */
public final class Tables {

    /** Every table, after those that it refers to. */
    public static final List<Table<?>> ALL = List.of(
            TenantSpaceDao.TABLE,
            AppDao.TABLE,
            ManagementKeyDao.TABLE,
            SigningKeyDao.TABLE,
            NumberRow.TABLE,
            UserRow.TABLE,
            SettingsRow.TABLE,
            ChangeRow.TABLE,
            DeletedRecordRow.TABLE,
            LogStartRow.TABLE,
            IdempotencyRow.TABLE,
            JobRow.TABLE,
            JobInputRow.TABLE,
            JobFaultRow.TABLE,
            FactDao.TABLE);

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
