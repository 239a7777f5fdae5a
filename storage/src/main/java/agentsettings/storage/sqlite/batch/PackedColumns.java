package agentsettings.storage.sqlite.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.tables.StoredColumns;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Selects the columns of stored settings as one text, because each column that is read costs several native calls. The text is
 * separated by a character that no column contains; a hyphen, which is no value of these columns, stands for null.
 */
public final class PackedColumns implements StoredColumns.Values {

    /** ASCII's unit separator, {@code char(31)} in SQL. */
    private static final String SEPARATOR = "\u001f";

    private final String[] parts;
    private int next;

    private PackedColumns(String[] parts) {
        this.parts = parts;
    }

    /** The number of parts that {@link #queriedOf} adds to the text. */
    public static final int QUERIED = StoredColumns.QUERIED.size();

    /** {@link StoredColumns#ALL} of the table of this alias, as arguments of SQL's {@code concat_ws(char(31), …)}. */
    static String allOf(String alias) {
        return arguments(StoredColumns.ALL, alias);
    }

    /** {@link StoredColumns#QUERIED} of the table of this alias, in the same form. */
    public static String queriedOf(String alias) {
        return arguments(StoredColumns.QUERIED, alias);
    }

    private static String arguments(List<Column<StoredSettings>> columns, String alias) {
        return columns.stream()
                .map(column -> argument(column, alias + "." + column.name()))
                .collect(Collectors.joining(", "));
    }

    private static String argument(Column<?> column, String qualified) {
        return column.type() == Column.Type.NUMBER ? qualified : "ifnull(" + qualified + ", '-')";
    }

    /** Splits the text of a row into this many parts. Takes its bytes, because the driver copies a String once more. */
    public static String[] split(byte[] packed, int parts) {
        return new String(packed, UTF_8).split(SEPARATOR, parts);
    }

    /** Reads {@link StoredColumns#ALL} from the text of a row. */
    static StoredSettings read(byte[] packed) throws SQLException {
        return StoredColumns.decode(new PackedColumns(split(packed, StoredColumns.ALL.size())));
    }

    /** Reads {@link StoredColumns#QUERIED} from the first parts of the text. */
    public static StoredSettings readQueried(String[] parts) throws SQLException {
        return StoredColumns.decodeQueried(new PackedColumns(parts));
    }

    @Override
    public String nextText() {
        String part = parts[next++];
        return part.equals("-") ? null : part;
    }

    @Override
    public long nextNumber() {
        return Long.parseLong(parts[next++]);
    }
}
