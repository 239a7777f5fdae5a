package agentsettings.storage.records;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.storage.history.FailedRows;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.tables.NumberRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks allotted numbers up. Used by one thread. */
record NumberReads(Connection connection) {

    static final String COLUMNS = "a." + String.join(", a.", NumberRow.NUMBER_COLUMNS);

    /**
     * The number of this key.
     *
     * @throws SQLException if the database failed, or the row is invalid
     */
    Optional<AllottedNumber> find(NumberKey key) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM allotted_number a WHERE a.tenant_id = ? AND a.number = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.tenantId());
            select.setString(2, key.number().digits());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(NumberRow.readNumber(row, 1)) : Optional.empty();
            }
        } catch (IllegalArgumentException invalid) {
            throw new SQLException("a row of allotted_number is invalid", invalid);
        }
    }

    /** Those of the numbers that are allotted. One that can't be read is left out, and reported. */
    List<AllottedNumber> find(String tenantId, Collection<PhoneNumber> numbers, Dialect dialect, FailedRows unreadable)
            throws SQLException {
        String joined = numbers.stream()
                .filter(number -> !number.isNone())
                .map(PhoneNumber::digits)
                .distinct()
                .collect(Collectors.joining(","));
        String sql = "SELECT " + COLUMNS + " FROM " + dialect.split("CAST(? AS text)")
                + " JOIN allotted_number a ON a.number = n.value WHERE a.tenant_id = ?";
        List<AllottedNumber> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, joined);
            select.setString(2, tenantId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read(row, tenantId, unreadable).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The number of {@link #COLUMNS} of a row; empty if it can't be read, which is reported. */
    static Optional<AllottedNumber> read(ResultSet row, String tenantId, FailedRows unreadable) throws SQLException {
        try {
            return Optional.of(NumberRow.readNumber(row, 1));
        } catch (IllegalArgumentException invalid) {
            unreadable.report("allotted_number", tenantId, row.getString(1), invalid);
            return Optional.empty();
        }
    }
}
