package agentsettings.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;

/**
 * A column of a table: its name, its type, and its value in a row. Both engines and the copy bind and read it by these.
 *
 * @param <R> the rows of the table
 */
public record Column<R>(String name, Type type, Function<R, ?> value) {

    /** The type of a column, the same in every engine: a String, a Long, a Boolean or a byte[], or null. */
    public enum Type {
        TEXT(Types.VARCHAR, "text"),
        NUMBER(Types.BIGINT, "bigint"),
        FLAG(Types.BOOLEAN, "boolean"),
        BYTES(Types.BINARY, "bytea");

        private final int jdbcType;
        private final String postgresName;

        Type(int jdbcType, String postgresName) {
            this.jdbcType = jdbcType;
            this.postgresName = postgresName;
        }

        /** Its name in PostgreSQL. */
        public String postgresName() {
            return postgresName;
        }
    }

    public static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(name, Type.TEXT, value);
    }

    public static <R> Column<R> number(String name, Function<R, Long> value) {
        return new Column<>(name, Type.NUMBER, value);
    }

    public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
        return new Column<>(name, Type.FLAG, value);
    }

    public static <R> Column<R> bytes(String name, Function<R, byte[]> value) {
        return new Column<>(name, Type.BYTES, value);
    }

    /** Binds the column's value in the row. */
    void bind(PreparedStatement statement, int index, R row) throws SQLException {
        bindValue(statement, index, value.apply(row));
    }

    /** Binds a value that was read from the column. */
    public void bindValue(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, type.jdbcType);
            return;
        }
        switch (type) {
            case TEXT -> statement.setString(index, (String) value);
            case NUMBER -> statement.setLong(index, (Long) value);
            case FLAG -> statement.setBoolean(index, (Boolean) value);
            case BYTES -> statement.setBytes(index, (byte[]) value);
        }
    }

    /** The value in the current row of the result. */
    public Object read(ResultSet row, int index) throws SQLException {
        Object read = switch (type) {
            case TEXT -> row.getString(index);
            case NUMBER -> row.getLong(index);
            case FLAG -> row.getBoolean(index);
            case BYTES -> row.getBytes(index);
        };
        return row.wasNull() ? null : read;
    }
}
