package agentsettings.storage.tables;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.jdbc.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of {@code agent_settings} that hold {@link StoredSettings}. The only place in storage that knows its components. */
public final class StoredColumns {

    /** The columns, in the order of {@link #decode}. Those of numbers always have a value. */
    public static final List<Column<StoredSettings>> ALL = of(stored -> stored);

    /** Their names. */
    public static final List<String> NAMES = ALL.stream().map(Column::name).toList();

    /** Supplies the value of one column after the other. */
    public interface Values {

        /** Null if the column has no value. */
        String nextText() throws SQLException;

        long nextNumber() throws SQLException;
    }

    /** The columns of a table whose rows have stored settings. */
    static <R> List<Column<R>> of(Function<R, StoredSettings> stored) {
        return Stream.concat(
                        Stream.<Column<R>>of(
                                Column.number("id", row -> stored.apply(row).id()),
                                Column.number(
                                        "version", row -> stored.apply(row).version()),
                                Column.number(
                                        "created_at",
                                        row -> stored.apply(row).createdAt().toEpochMilli()),
                                Column.number("change", row -> stored.apply(row).change())),
                        OutboundColumns.<R>of(row -> stored.apply(row).outbound()).stream())
                .toList();
    }

    /** The stored settings that the columns hold. */
    public static StoredSettings decode(Values values) throws SQLException {
        long id = values.nextNumber();
        long version = values.nextNumber();
        Instant createdAt = Instant.ofEpochMilli(values.nextNumber());
        long change = values.nextNumber();
        OutboundSettings outbound = OutboundColumns.decode(values::nextText);
        return new StoredSettings(id, version, outbound, createdAt, change);
    }

    private StoredColumns() {}
}
