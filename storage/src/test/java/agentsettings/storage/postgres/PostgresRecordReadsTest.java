package agentsettings.storage.postgres;

import agentsettings.storage.RecordReadsContract;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.records.RecordReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads of records on PostgreSQL. */
class PostgresRecordReadsTest extends RecordReadsContract {

    private final PostgresServer server = EmbeddedServer.newDatabase();

    @Override
    protected RecordReads open() {
        return new PostgresRecordReads(server);
    }

    @Override
    protected Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    protected int max() {
        return PostgresRecordReads.CONNECTIONS;
    }

    @Override
    protected Connection lock() throws SQLException {
        Connection connection = server.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE t_aicc_pub_appcube_user IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    @Override
    protected void write(String sql) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
