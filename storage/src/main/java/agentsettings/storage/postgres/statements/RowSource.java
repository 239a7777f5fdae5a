package agentsettings.storage.postgres.statements;

import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rows that a statement reads from its parameters. A column that has the same value in all rows is one parameter; each other column
 * is an array, which costs PostgreSQL more, because it stores what it unnests. Used by one thread.
 */
final class RowSource {

    /** A column and its value in each row. */
    private static final class Values {

        private final Column<?> column;
        private final Object[] values;

        private Values(Column<?> column, Object[] values) {
            this.column = column;
            this.values = values;
        }

        static <R> Values of(Column<R> column, List<R> rows) {
            Object[] values = column.type() == Column.Type.TEXT ? new String[rows.size()] : new Long[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.value().apply(rows.get(i));
            }
            return new Values(column, values);
        }

        boolean areEqual() {
            for (Object value : values) {
                if (!Objects.equals(value, values[0])) {
                    return false;
                }
            }
            return true;
        }

        void bindArray(PreparedStatement statement, int index) throws SQLException {
            statement.setArray(
                    index, statement.getConnection().createArrayOf(column.type().postgresName(), values));
        }
    }

    private final List<Values> single = new ArrayList<>();
    private final List<Values> arrays = new ArrayList<>();

    /** The rows of a table whose columns are texts and numbers. There is at least one row. */
    static <R> RowSource of(Table<R> table, List<R> rows) {
        RowSource source = new RowSource();
        for (Column<R> column : table.columns()) {
            Values values = Values.of(column, rows);
            (values.areEqual() ? source.single : source.arrays).add(values);
        }
        if (source.arrays.isEmpty()) {
            source.arrays.add(source.single.removeLast());
        }
        return source;
    }

    /** Appends what stands behind FROM: a table {@code w} with the columns, and the row's {@code place}, from 1 on. */
    void appendTo(StringBuilder sql) {
        sql.append("(SELECT ");
        for (Values each : single) {
            sql.append("?::").append(each.column.type().postgresName());
            sql.append(" AS ").append(each.column.name()).append(", ");
        }
        sql.append("a.* FROM unnest(?");
        sql.repeat(", ?", arrays.size() - 1);
        sql.append(") WITH ORDINALITY AS a (");
        for (Values each : arrays) {
            sql.append(each.column.name()).append(", ");
        }
        sql.append("place)) AS w");
    }

    /** Binds the parameters from this index on; returns the index after them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Values each : single) {
            each.column.bindValue(statement, index++, each.values[0]);
        }
        for (Values each : arrays) {
            each.bindArray(statement, index++);
        }
        return index;
    }
}
