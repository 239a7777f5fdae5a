package agentsettings.storage.sqlite;

import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.CopyTarget;
import agentsettings.storage.directory.FactDao;
import agentsettings.storage.jdbc.RowTransfer;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.schema.Tables;
import agentsettings.storage.sqlite.file.SqliteFile;
import agentsettings.storage.tables.SettingsRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** One end of a copy in the SQLite file, which must have been opened exclusively. Used by one thread. */
final class SqliteCopy implements CopyTarget {

    private static final String INSERT_SETTINGS = "INSERT INTO agent_settings (" + SettingsRow.TABLE.names()
            + ", account) VALUES (" + SettingsRow.TABLE.parameters()
            + ", (SELECT account FROM t_aicc_pub_appcube_user WHERE tenant_id = ?1 AND user_id = ?2))";

    private final Connection connection;
    private final RowTransfer transfer;

    private SqliteCopy(Connection connection) {
        this.connection = connection;
        this.transfer = new RowTransfer(connection);
    }

    /** Begins to read the file. */
    static SqliteCopy reading(SqliteFile file) {
        return begin(file::openForReading, "BEGIN");
    }

    /** Begins to write the file. */
    static SqliteCopy writing(SqliteFile file) {
        return begin(file::openForWriting, "BEGIN IMMEDIATE");
    }

    private interface Opener {
        Connection open() throws SQLException;
    }

    private static SqliteCopy begin(Opener opener, String begin) {
        try {
            Connection connection = opener.open();
            try (Statement statement = connection.createStatement()) {
                statement.execute(begin);
                return new SqliteCopy(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Map<String, Long> rowCounts() {
        try {
            return Tables.rowCounts(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void read(Table<?> table, RowConsumer consumer) {
        try {
            transfer.read(table, table.name(), consumer::accept);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(Table<?> table, List<Object[]> rows) {
        try {
            transfer.write(table, table.equals(SettingsRow.TABLE) ? INSERT_SETTINGS : table.insert(), rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void continueNumbers() { // those of this file always follow the last row
        execute("INSERT INTO copied_node SELECT node, max(seq) FROM change_log GROUP BY node");
    }

    @Override
    public void renewFeed() {
        execute(FactDao.deletion(DatabaseFact.FEED_EPOCH));
    }

    @Override
    public void commit() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw new OutcomeUnknown("SQLite failed to commit", e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StoreUnavailable failed(SQLException cause) {
        return new StoreUnavailable("SQLite failed", cause);
    }
}
