package agentsettings.storage.copy;

import agentsettings.storage.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A SQLite file, which the copy has locked as a server would. */
record SqliteSide(Connection connection) implements Side {

    static SqliteSide reading(Database database) throws SQLException {
        return begin(database.openForReading(), "BEGIN");
    }

    static SqliteSide writing(Database database) throws SQLException {
        return begin(database.openForWriting(), "BEGIN IMMEDIATE");
    }

    private static SqliteSide begin(Connection connection, String begin) throws SQLException {
        SqliteSide side = new SqliteSide(connection);
        try {
            side.execute(begin);
            return side;
        } catch (SQLException e) {
            side.close();
            throw e;
        }
    }

    @Override
    public String changeLog() {
        return "change_log";
    }

    @Override
    public void continueNumbers() {
        // they always follow the last row
    }

    @Override
    public void commit() throws SQLException {
        execute("COMMIT");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
