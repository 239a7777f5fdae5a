package agentsettings.storage.postgres.statements;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.state.UnloggedChange.NumberChanged;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.tables.NumberRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Locks, reads and writes allotted numbers, sorted. Used by one thread, within a transaction. */
public record NumberStatements(Connection connection) {

    private static final Table<NumberRow> NUMBERS = NumberRow.TABLE;

    private static final String LOCK = """
            SELECT %s FROM allotted_number WHERE tenant_id = ? AND number = ANY (?) ORDER BY number FOR %s
            """.formatted(String.join(", ", NumberRow.NUMBER_COLUMNS), "%s");

    /** The first and the last state of a number. */
    private record Span(AllottedNumber before, AllottedNumber after) {}

    /**
     * Locks the numbers until the transaction ends, and reads those that are allotted. Others can't be locked.
     *
     * @param forEdit whether they may be changed; otherwise other transactions may lock them in the same way
     * @param consumer receives each that is allotted
     */
    public void lock(SortedSet<NumberKey> numbers, boolean forEdit, BiConsumer<NumberKey, AllottedNumber> consumer)
            throws SQLException {
        SortedMap<String, List<NumberKey>> byTenant = new TreeMap<>();
        numbers.forEach(key -> byTenant.computeIfAbsent(key.tenantId(), tenant -> new ArrayList<>())
                .add(key));
        for (Map.Entry<String, List<NumberKey>> tenant : byTenant.entrySet()) {
            try (PreparedStatement select = connection.prepareStatement(LOCK.formatted(forEdit ? "UPDATE" : "SHARE"))) {
                select.setString(1, tenant.getKey());
                ArrayParameters.bindTexts(
                        select, 2, tenant.getValue(), key -> key.number().digits());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        AllottedNumber number = NumberRow.readNumber(row, 1);
                        consumer.accept(new NumberKey(tenant.getKey(), number.number()), number);
                    }
                }
            }
        }
    }

    /**
     * Writes what these changes, which are in the order of their commands, do together. The numbers must be locked.
     *
     * @return false if a number was added by another transaction meanwhile
     */
    public boolean write(List<NumberChanged> changes) throws SQLException {
        SortedMap<NumberKey, Span> spans = new TreeMap<>();
        for (NumberChanged change : changes) {
            Span earlier = spans.get(change.key());
            spans.put(change.key(), new Span(earlier == null ? change.before() : earlier.before, change.after()));
        }
        List<NumberRow> inserted = rows(spans, span -> span.before == null ? span.after : null);
        List<NumberRow> updated = rows(spans, span -> span.before == null ? null : span.after);
        SortedSet<NumberKey> deleted = new TreeSet<>();
        spans.forEach((key, span) -> {
            if (span.before != null && span.after == null) {
                deleted.add(key);
            }
        });
        update(updated);
        delete(deleted);
        return insert(inserted);
    }

    private static List<NumberRow> rows(SortedMap<NumberKey, Span> spans, Function<Span, AllottedNumber> number) {
        return spans.entrySet().stream()
                .map(entry -> {
                    AllottedNumber selected = number.apply(entry.getValue());
                    return selected == null
                            ? null
                            : new NumberRow(entry.getKey().tenantId(), selected);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean insert(List<NumberRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return true;
        }
        RowSource source = RowSource.of(NUMBERS, rows);
        return execute(
                        "INSERT INTO allotted_number (" + NUMBERS.names() + ") SELECT " + NUMBERS.namesOf("w")
                                + " FROM ",
                        source,
                        " ORDER BY w.tenant_id, w.number ON CONFLICT DO NOTHING",
                        new TenantFilter(null))
                == rows.size();
    }

    private void update(List<NumberRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            String beginning = "UPDATE allotted_number n SET " + NUMBERS.assignmentsFrom("w") + " FROM ";
            TenantFilter tenant = TenantFilter.of(rows, NumberRow::tenantId);
            String end = " WHERE n.tenant_id = w.tenant_id AND n.number = w.number" + tenant.condition("n");
            requireAll(execute(beginning, RowSource.of(NUMBERS, rows), end, tenant), rows.size());
        }
    }

    private int execute(String beginning, RowSource rows, String end, TenantFilter tenant) throws SQLException {
        StringBuilder sql = new StringBuilder(beginning);
        rows.appendTo(sql);
        try (PreparedStatement statement =
                connection.prepareStatement(sql.append(end).toString())) {
            tenant.bind(statement, rows.bind(statement, 1));
            return statement.executeUpdate();
        }
    }

    private void delete(Collection<NumberKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        TenantFilter tenant = TenantFilter.of(keys, NumberKey::tenantId);
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM allotted_number n USING unnest(?, ?) AS w (tenant_id, number)
                WHERE n.tenant_id = w.tenant_id AND n.number = w.number""" + tenant.condition("n"))) {
            ArrayParameters.bindTexts(delete, 1, keys, NumberKey::tenantId);
            ArrayParameters.bindTexts(delete, 2, keys, key -> key.number().digits());
            tenant.bind(delete, 3);
            requireAll(delete.executeUpdate(), keys.size());
        }
    }

    private static void requireAll(int written, int expected) throws SQLException {
        if (written != expected) {
            throw new SQLException(written + " of " + expected + " locked numbers were written");
        }
    }
}
