package agentsettings.storage.directory;

import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Statements.RowReader;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads rows that someone may have written by hand: one that is invalid hides no other. Used by one thread.
 *
 * @param table whose key is one column of text, the first
 * @param noun what a row is, for messages
 * @param isShown whether a key may be shown in a message
 * @param reader throws an IllegalArgumentException about an invalid row
 */
record ValidRows<R>(
        Statements statements, Table<R> table, String noun, Predicate<String> isShown, RowReader<R> reader) {

    /** Every valid row, by key. The consumer receives a sentence about each of the others. */
    List<R> all(Consumer<String> unreadable) throws SQLException {
        return statements.select(select() + " ORDER BY " + table.key(), row -> valid(row, unreadable)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The row with this key. Throws an IllegalStateException if it is invalid. */
    Optional<R> find(String key) throws SQLException {
        Consumer<String> refuse = sentence -> {
            throw new IllegalStateException(sentence);
        };
        return statements.select(select() + " WHERE " + table.key() + " = ?", row -> valid(row, refuse), key).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String select() {
        return "SELECT " + table.names() + " FROM " + table.name();
    }

    private Optional<R> valid(ResultSet row, Consumer<String> unreadable) throws SQLException {
        try {
            return Optional.of(reader.read(row));
        } catch (IllegalArgumentException | SQLException invalid) {
            String key = row.getString(1);
            String name = isShown.test(key) ? "The " + noun + " " + key : "A row of " + table.name();
            unreadable.accept(name + " is refused, because its row is invalid: " + invalid.getMessage());
            return Optional.empty();
        }
    }
}
