package agentsettings.storage.copy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * A column of a table, read and written alike in every engine.
 *
 * @param compared whether it counts when two engines' rows are compared
 */
record Column(String name, Kind kind, boolean compared) {

    /** What a column holds, and the type it has for JDBC. */
    enum Kind {
        TEXT(Types.VARCHAR),
        NUMBER(Types.BIGINT),
        FLAG(Types.BOOLEAN),
        BYTES(Types.BINARY);

        private final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT, true);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER, true);
    }

    static Column flag(String name) {
        return new Column(name, Kind.FLAG, true);
    }

    static Column bytes(String name) {
        return new Column(name, Kind.BYTES, true);
    }

    /** The value, or null. */
    Object read(ResultSet row, int index) throws SQLException {
        Object value = switch (kind) {
            case TEXT -> row.getString(index);
            case NUMBER -> row.getLong(index);
            case FLAG -> row.getBoolean(index);
            case BYTES -> row.getBytes(index);
        };
        return row.wasNull() ? null : value;
    }

    void write(Object value, PreparedStatement insert, int index) throws SQLException {
        switch (value) {
            case null -> insert.setNull(index, kind.type);
            case String text -> insert.setString(index, text);
            case Long number -> insert.setLong(index, number);
            case Boolean flag -> insert.setBoolean(index, flag);
            case byte[] bytes -> insert.setBytes(index, bytes);
            default -> throw new IllegalArgumentException(name + " holds a " + value.getClass());
        }
    }
}
