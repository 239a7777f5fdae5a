package agentsettings.storage.records;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Conditions that rows must meet, in SQL, with the values of their parameters. Used by one thread. */
final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition. */
    void require(String condition, Object... parameters) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(parameters));
    }

    /** Adds one that no row meets. */
    void requireImpossible() {
        require("1 = 0");
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    /** The conditions, to follow another. */
    String sql() {
        return sql.toString();
    }

    /** Binds the parameters from this index on; returns the index after them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
