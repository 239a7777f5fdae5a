package agentsettings.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Edits an embedded database by SQL, as an operator might by hand. */
final class EditedDatabase {

    static void execute(Path data, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("agentsettings.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private EditedDatabase() {}
}
