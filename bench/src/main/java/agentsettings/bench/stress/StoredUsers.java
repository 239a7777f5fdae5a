package agentsettings.bench.stress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/** The users that have settings, as the database holds them. */
public final class StoredUsers {

    private static final int NUMBER_START = "10gg".length();

    /** Reads them from a database that no server uses. */
    public static BitSet read(String url, String user) throws SQLException {
        BitSet users = new BitSet();
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT user_id FROM agent_settings")) {
            while (rows.next()) {
                users.set(Integer.parseInt(rows.getString(1).substring(NUMBER_START)));
            }
        }
        return users;
    }

    private StoredUsers() {}
}
