package agentsettings.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes statements that are not frequent, each prepared anew. The owner of the connection begins and ends its transactions.
 *
 * @param connection used by one thread at a time
 */
public record Statements(Connection connection) {

    /** Reads the current row of a result. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> select(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** The number that the statement selects. */
    public long number(String sql, Object... parameters) throws SQLException {
        return select(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** Whether a row was changed. */
    public boolean update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate() > 0;
        }
    }

    /** Inserts the row; false if there is one with its key. */
    public <R> boolean insertUnlessPresent(Table<R> table, R row) throws SQLException {
        return bound(table.insert() + " ON CONFLICT DO NOTHING", table, row);
    }

    /** Inserts the row if the condition, which SQL states with these parameters, holds. */
    public <R> boolean insertIf(Table<R> table, R row, String condition, Object... parameters) throws SQLException {
        String insert = "INSERT INTO " + table.name() + " (" + table.names() + ") SELECT " + table.parameters()
                + " WHERE " + condition;
        return bound(insert, table, row, parameters);
    }

    private <R> boolean bound(String sql, Table<R> table, R row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, table.bind(statement, 1, row), parameters);
            return statement.executeUpdate() > 0;
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, 1, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, int first, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(first + i, parameters[i]);
        }
    }
}
