package agentsettings.storage.postgres.sets;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.NumbersCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Binds many rows to one statement, each column as an array for {@code unnest}. */
record Rows<T>(PreparedStatement statement, List<T> rows) {

    void text(int index, Function<T, String> column) throws SQLException {
        String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(index, statement.getConnection().createArrayOf("text", values));
    }

    void bigint(int index, ToLongFunction<T> column) throws SQLException {
        statement.setObject(index, rows.stream().mapToLong(column).toArray());
    }

    void bigintOrNull(int index, Function<T, Long> column) throws SQLException {
        Long[] values = rows.stream().map(column).toArray(Long[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", values));
    }

    /** The five columns of {@link agentsettings.storage.jdbc.SettingsRow#COLUMNS}, from this index on. */
    void outbound(int first, Function<T, OutboundSettings> settings) throws SQLException {
        text(first, row -> {
            var callType = settings.apply(row).callType();
            return callType == null ? null : callType.code();
        });
        text(first + 1, row -> NumbersCodec.of(settings.apply(row).displayNumbers()));
        text(first + 2, row -> NumbersCodec.of(settings.apply(row).softphoneNumbers()));
        text(first + 3, row -> NumbersCodec.of(settings.apply(row).defaultDisplayNumber()));
        text(first + 4, row -> NumbersCodec.of(settings.apply(row).defaultSoftphoneNumber()));
    }
}
