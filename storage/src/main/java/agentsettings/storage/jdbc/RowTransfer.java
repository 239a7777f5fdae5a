package agentsettings.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads and writes the rows of whole tables as plain values, in the order of the table's columns.
 *
 * @param connection whose transaction is its owner's; used by one thread
 */
public record RowTransfer(Connection connection) {

    private static final int FETCH_SIZE = 4096;

    /**
     * Reads the table in the order of its key.
     *
     * @param from what SQL selects from: the table, or a subquery with its columns
     */
    public void read(Table<?> table, String from, Consumer<Object[]> consumer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            String select = "SELECT " + table.names() + " FROM " + from + " ORDER BY " + table.key();
            try (ResultSet row = statement.executeQuery(select)) {
                while (row.next()) {
                    Object[] values = new Object[table.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = table.columns().get(i).read(row, i + 1);
                    }
                    consumer.accept(values);
                }
            }
        }
    }

    /** Inserts the rows by this statement, whose parameters are the table's columns. */
    public void write(Table<?> table, String insert, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    table.columns().get(i).bindValue(statement, i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
