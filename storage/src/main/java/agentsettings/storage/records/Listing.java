package agentsettings.storage.records;

import agentsettings.core.queries.Page;
import agentsettings.storage.history.FailedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The records of a tenant space that meet a filter, in the order of their keys. A search first reads from the index where the next
 * {@code rowsMax} rows end, and then looks for matches no further than that: what it does at a time is bounded, however rare matches
 * are. Immutable.
 *
 * @param <T> the records
 */
final class Listing<T> {

    private static final int FETCH_SIZE = 1_000;

    private final ListedTable<T> table;
    private final String tenantId;
    private final Conditions conditions;
    private final Optional<TextFilter> text;
    private final int rowsMax;

    /**
     * The records that meet the conditions, which include what the database can decide of the text.
     *
     * @param rowsMax the maximum number of rows that a search reads at a time
     */
    Listing(ListedTable<T> table, String tenantId, Conditions conditions, Optional<TextFilter> text, int rowsMax) {
        this.table = table;
        this.tenantId = tenantId;
        this.conditions = conditions;
        this.text = text;
        this.rowsMax = rowsMax;
    }

    private boolean isSearch() {
        return !conditions.isEmpty();
    }

    /**
     * The records behind this key. One that can't be read is left out, and reported.
     *
     * @param limit the maximum number of records
     */
    Page<T> page(Connection connection, String after, int limit, FailedRows unreadable) throws SQLException {
        Optional<String> end = isSearch() ? endOfSearch(connection, after) : Optional.empty();
        String order = " ORDER BY " + table.key() + (text.isPresent() ? "" : " LIMIT " + (limit + 1));
        List<T> items = new ArrayList<>();
        String last = after;
        int matches = 0;
        try (PreparedStatement select = prepare(connection, table.selected(), after, end, order);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (!hasText(row)) {
                    continue;
                }
                if (matches++ == limit) {
                    return new Page<>(items, Optional.of(last));
                }
                last = row.getString(ListedTable.KEY);
                read(row, last, unreadable).ifPresent(items::add);
            }
        }
        return new Page<>(items, end);
    }

    /** The number of records behind this key, as far as one search reads. */
    Counted count(Connection connection, String after) throws SQLException {
        Optional<String> end = isSearch() ? endOfSearch(connection, after) : Optional.empty();
        String what = text.isPresent() ? table.searched() : "count(*)";
        try (PreparedStatement select = prepare(connection, what, after, end, "");
                ResultSet row = select.executeQuery()) {
            long count = 0;
            while (row.next()) {
                count += text.isEmpty() ? row.getLong(1) : hasText(row) ? 1 : 0;
            }
            return new Counted(count, end);
        }
    }

    /**
     * A number of records.
     *
     * @param next the key behind which to count on; empty if these are all
     */
    record Counted(long count, Optional<String> next) {}

    private boolean hasText(ResultSet row) throws SQLException {
        return text.isEmpty() || text.get().isIn(row.getString(1));
    }

    private Optional<T> read(ResultSet row, String key, FailedRows unreadable) {
        try {
            return Optional.of(table.reader().read(row, tenantId));
        } catch (SQLException | RuntimeException invalid) {
            unreadable.report(table.name(), tenantId, key, invalid);
            return Optional.empty();
        }
    }

    /** The key of the last row that a search behind this key reads; empty if it reads to the end. */
    private Optional<String> endOfSearch(Connection connection, String after) throws SQLException {
        String sql = "SELECT " + table.key() + " FROM " + table.from() + " WHERE " + table.tenant() + " = ? AND "
                + table.key() + " > ? ORDER BY " + table.key() + " LIMIT 1 OFFSET " + (rowsMax - 1);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenantId);
            select.setString(2, after);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private PreparedStatement prepare(
            Connection connection, String what, String after, Optional<String> end, String order) throws SQLException {
        List<String> ranges = text.isPresent() ? table.rangesOfSearch() : List.of(table.alias());
        String sql = "SELECT " + what + " FROM " + table.joined() + " WHERE "
                + ranges.stream().map(alias -> range(alias, end)).collect(Collectors.joining(" AND "))
                + conditions.sql() + order;
        PreparedStatement select = connection.prepareStatement(sql);
        select.setFetchSize(FETCH_SIZE);
        int next = 1;
        for (int i = 0; i < ranges.size(); i++) {
            select.setString(next++, tenantId);
            select.setString(next++, after);
            if (end.isPresent()) {
                select.setString(next++, end.get());
            }
        }
        conditions.bind(select, next);
        return select;
    }

    private String range(String alias, Optional<String> end) {
        String key = alias + "." + table.keyColumn();
        String range = alias + ".tenant_id = ? AND " + key + " > ?";
        return end.isPresent() ? range + " AND " + key + " <= ?" : range;
    }
}
