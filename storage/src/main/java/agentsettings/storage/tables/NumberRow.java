package agentsettings.storage.tables;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.rules.NumberDraft;
import agentsettings.core.rules.NumberRules;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** A row of {@code allotted_number}. Immutable. */
public record NumberRow(String tenantId, AllottedNumber number) {

    public static final Table<NumberRow> TABLE = new Table<>(
            "allotted_number",
            "tenant_id, number",
            List.of(
                    Column.text("tenant_id", NumberRow::tenantId),
                    Column.text("number", row -> row.number.number().digits()),
                    Column.text("kinds", row -> encode(row.number.kinds())),
                    Column.text("withdrawn", row -> encode(row.number.withdrawn())),
                    Column.text("description", row -> row.number.description()),
                    Column.number("created_at", row -> row.number.createdAt().toEpochMilli()),
                    Column.number("version", row -> row.number.version())));

    /** The columns that {@link #readNumber} reads. */
    public static final List<String> NUMBER_COLUMNS =
            List.of("number", "kinds", "withdrawn", "description", "created_at", "version");

    /** Its key. */
    public NumberKey key() {
        return new NumberKey(tenantId, number.number());
    }

    /**
     * Reads {@link #NUMBER_COLUMNS} from this index on.
     *
     * @throws IllegalArgumentException if the row is invalid
     */
    public static AllottedNumber readNumber(ResultSet row, int first) throws SQLException {
        return new AllottedNumber(
                new PhoneNumber(row.getString(first)),
                decode(row.getString(first + 1)),
                decode(row.getString(first + 2)),
                row.getString(first + 3),
                Instant.ofEpochMilli(row.getLong(first + 4)),
                row.getLong(first + 5));
    }

    /** Every rule that {@link #NUMBER_COLUMNS} from this index on break, the kinds aside. */
    public static List<RuleViolation> violations(ResultSet row, int first) throws SQLException {
        return NumberRules.violations(new NumberDraft(row.getString(first), null, row.getString(first + 3)));
    }

    /** Kinds of numbers as the text of a column: their names, joined by commas. */
    private static String encode(Set<NumberKind> kinds) {
        return kinds.stream().map(NumberRow::nameOf).collect(Collectors.joining(","));
    }

    private static Set<NumberKind> decode(String text) {
        EnumSet<NumberKind> kinds = EnumSet.noneOf(NumberKind.class);
        StringTokenizer names = new StringTokenizer(text, ",");
        while (names.hasMoreTokens()) {
            kinds.add(NumberKind.valueOf(names.nextToken().toUpperCase(Locale.ROOT)));
        }
        return kinds;
    }

    /** The name of a kind in a column. */
    public static String nameOf(NumberKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
