package agentsettings.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that both engines have, with its columns in the one order in which every statement lists and binds them.
 *
 * @param <R> its rows
 * @param key the columns of its primary key, as SQL lists them
 */
public record Table<R>(String name, String key, List<Column<R>> columns) {

    /** The names of the columns, as SQL lists them. */
    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The names of the columns, qualified by an alias. */
    public String namesOf(String alias) {
        return columns.stream().map(column -> alias + "." + column.name()).collect(Collectors.joining(", "));
    }

    /** The names of the columns beside the key, each after the prefix. */
    public String namesBesideKey(String prefix) {
        return columns.stream()
                .filter(column -> !isInKey(column))
                .map(column -> prefix + column.name())
                .collect(Collectors.joining(", "));
    }

    /** What an UPDATE sets: each column beside the key, to its value in the row of the alias. */
    public String assignmentsFrom(String alias) {
        return columns.stream()
                .filter(column -> !isInKey(column))
                .map(column -> column.name() + " = " + alias + "." + column.name())
                .collect(Collectors.joining(", "));
    }

    /** Whether the column is one of the primary key. */
    public boolean isInKey(Column<?> column) {
        return List.of(key.split(", ")).contains(column.name());
    }

    /** A parameter for each column, as SQL lists them. */
    public String parameters() {
        return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    }

    /** A statement that inserts a row. */
    public String insert() {
        return "INSERT INTO " + name + " (" + names() + ") VALUES (" + parameters() + ")";
    }

    /** Binds the row from this index on; returns the index after it. */
    public int bind(PreparedStatement statement, int first, R row) throws SQLException {
        int index = first;
        for (Column<R> column : columns) {
            column.bind(statement, index++, row);
        }
        return index;
    }
}
