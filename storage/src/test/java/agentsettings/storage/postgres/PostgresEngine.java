package agentsettings.storage.postgres;

import agentsettings.storage.Database;
import agentsettings.storage.Engine;
import agentsettings.storage.LoggedChange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL with a database of its own. */
final class PostgresEngine implements Engine {

    private final PostgresServer server = EmbeddedServer.newDatabase();
    private final PostgresDatabase database;

    PostgresEngine(int lanes) {
        database = new PostgresDatabase(server, lanes);
    }

    @Override
    public Database database() {
        return database;
    }

    PostgresServer server() {
        return server;
    }

    @Override
    public List<LoggedChange> changeLog() {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM change_log ORDER BY node, seq")) {
            List<LoggedChange> log = new ArrayList<>();
            while (row.next()) {
                long settingsId = row.getLong("settings_id");
                log.add(new LoggedChange(
                        row.getLong("seq"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("tenant_id"),
                        row.getString("user_id"),
                        settingsId == 0 ? null : settingsId,
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("before"),
                        row.getString("after")));
            }
            return log;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
