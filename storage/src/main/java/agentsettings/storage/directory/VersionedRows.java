package agentsettings.storage.directory;

import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeOutcome;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Changes rows that have a version. Every change requires the version that was read, so that no change of another connection is lost;
 * if there was one, the row is read again and the condition is checked again. Used by one thread, in the transaction of its owner.
 *
 * @param table whose key is one column
 * @param tag what conditions compare
 */
record VersionedRows<R>(
        Statements statements, Table<R> table, ValidRows<R> rows, ToLongFunction<R> version, Function<R, String> tag) {

    /** What else must hold of a row for it to be removed. */
    interface Unused<R> {

        /** SQL about the columns of the row. */
        String condition();

        /** Why the row, which exists, is not removed; empty if the condition holds by now. */
        Optional<RemovalOutcome<R>> violation() throws SQLException;
    }

    ChangeOutcome<R> change(String key, UnaryOperator<R> change, Condition condition) throws SQLException {
        while (true) {
            Optional<R> found = rows.find(key);
            if (found.isEmpty()) {
                return new ChangeOutcome.Missing<>();
            }
            R current = found.get();
            if (!condition.holdsFor(found.map(tag))) {
                return new ChangeOutcome.ConditionFailed<>(current);
            }
            R changed = change.apply(current);
            if (changed.equals(current) || update(key, version.applyAsLong(current), changed)) {
                return new ChangeOutcome.Changed<>(changed);
            }
        }
    }

    RemovalOutcome<R> remove(String key, Condition condition, Unused<R> unused) throws SQLException {
        while (true) {
            Optional<R> found = rows.find(key);
            if (found.isEmpty()) {
                return new RemovalOutcome.Missing<>();
            }
            R current = found.get();
            if (!condition.holdsFor(found.map(tag))) {
                return new RemovalOutcome.ConditionFailed<>(current);
            }
            if (delete(key, version.applyAsLong(current), unused)) {
                return new RemovalOutcome.Removed<>(current);
            }
            Optional<RemovalOutcome<R>> violation = unused.violation();
            if (violation.isPresent()) {
                return violation.get();
            }
        }
    }

    private boolean update(String key, long expected, R changed) throws SQLException {
        List<Column<R>> columns = table.columns().stream()
                .filter(column -> !table.isInKey(column))
                .toList();
        List<Object> parameters = new ArrayList<>();
        columns.forEach(column -> parameters.add(column.value().apply(changed)));
        parameters.add(key);
        parameters.add(expected);
        String assignments =
                columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
        return statements.update(
                "UPDATE " + table.name() + " SET " + assignments + " WHERE " + table.key() + " = ? AND version = ?",
                parameters.toArray());
    }

    private boolean delete(String key, long expected, Unused<R> unused) throws SQLException {
        String delete = "DELETE FROM " + table.name() + " WHERE " + table.key() + " = ? AND version = ? AND ";
        return statements.update(delete + unused.condition(), key, expected);
    }
}
