package agentsettings.storage.postgres.statements;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Binds a value of each row as an array, for {@code unnest}. */
public final class ArrayParameters {

    public static <T> void bindTexts(
            PreparedStatement statement, int index, Collection<T> rows, Function<T, String> value) throws SQLException {
        String[] values = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = value.apply(row);
        }
        statement.setArray(index, statement.getConnection().createArrayOf("text", values));
    }

    private ArrayParameters() {}
}
