package agentsettings.storage.tables;

import agentsettings.core.rules.RuleViolation;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.jdbc.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of {@code agent_settings} that hold {@link StoredSettings}. The only place in storage that knows its components. */
public final class StoredColumns {

    /** The columns, in the order of {@link #decode}. Those of numbers always have a value. */
    public static final List<Column<StoredSettings>> ALL = of(stored -> stored);

    /** Those that a query returns, in the order of {@link #decodeQueried}: without the number of the change. */
    public static final List<Column<StoredSettings>> QUERIED = ALL.subList(0, ALL.size() - 1);

    /** The names of the columns, each after this prefix, separated by commas. */
    public static String names(List<Column<StoredSettings>> columns, String prefix) {
        return columns.stream().map(column -> prefix + column.name()).collect(Collectors.joining(", "));
    }

    /** Supplies the value of one column after the other. */
    public interface Values {

        /** Null if the column has no value. */
        String nextText() throws SQLException;

        long nextNumber() throws SQLException;
    }

    /** The columns of a table whose rows have stored settings. */
    static <R> List<Column<R>> of(Function<R, StoredSettings> stored) {
        return Stream.of(
                        Stream.<Column<R>>of(
                                Column.number("id", row -> stored.apply(row).id()),
                                Column.number(
                                        "version", row -> stored.apply(row).version()),
                                Column.number(
                                        "created_at",
                                        row -> stored.apply(row).createdAt().toEpochMilli())),
                        OutboundColumns.<R>of(row -> stored.apply(row).outbound()).stream(),
                        Stream.of(Column.<R>number(
                                "change", row -> stored.apply(row).change())))
                .flatMap(Function.identity())
                .toList();
    }

    /** The stored settings that the columns hold. */
    public static StoredSettings decode(Values values) throws SQLException {
        StoredSettings queried = decodeQueried(values);
        return new StoredSettings(
                queried.id(), queried.version(), queried.outbound(), queried.createdAt(), values.nextNumber());
    }

    /** The same without the number of the change. */
    public static StoredSettings decodeQueried(Values values) throws SQLException {
        long id = values.nextNumber();
        long version = values.nextNumber();
        Instant createdAt = Instant.ofEpochMilli(values.nextNumber());
        return new StoredSettings(id, version, OutboundColumns.decode(values::nextText), createdAt, 0);
    }

    /** Every rule that the values of the columns break, in the order of {@link #decode}. */
    static List<RuleViolation> violations(Values values) throws SQLException {
        values.nextNumber();
        values.nextNumber();
        values.nextNumber();
        return OutboundColumns.violations(values::nextText);
    }

    private StoredColumns() {}
}
