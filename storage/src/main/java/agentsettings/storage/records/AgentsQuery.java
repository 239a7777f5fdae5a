package agentsettings.storage.records;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.history.FailedRows;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.StoredColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what decides about the calls of some users of a tenant space, by one statement, and by another the allotted numbers. */
record AgentsQuery(Connection connection, Dialect dialect, String tenantId) {

    private static final String SELECT =
            "SELECT u.user_id, u.status, " + StoredColumns.names(StoredColumns.ALL, "s.") + """
             FROM t_aicc_pub_appcube_user u
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            WHERE u.tenant_id = ? AND u.user_id IN\s""";
    private static final String SELECT_ALLOTTED = "SELECT " + NumberReads.COLUMNS + """
             FROM allotted_number a WHERE a.tenant_id = ?
            AND CASE WHEN length(a.number) > 4 THEN substr(a.number, length(a.number) - 3) ELSE a.number END
            IN (SELECT n.value FROM\s""";
    private static final int SAME_DIGITS = 4;
    private static final int SETTINGS = 3;

    /** Reads what the connection's transaction sees. */
    AgentsWithNumbers execute(List<String> userIds, boolean withAllotted, FailedRows unreadable) throws SQLException {
        if (userIds.size() > AgentsWithNumbers.USERS_MAX) {
            throw new IllegalArgumentException("too many users: " + userIds.size());
        }
        Map<String, StoredAgent> found = find(new LinkedHashSet<>(userIds), unreadable);
        List<StoredAgent> agents = userIds.stream()
                .map(userId -> found.getOrDefault(userId, new StoredAgent.Unknown(userId)))
                .toList();
        return new AgentsWithNumbers(agents, withAllotted ? allotted(found.values(), unreadable) : List.of());
    }

    private Map<String, StoredAgent> find(SequencedSet<String> userIds, FailedRows unreadable) throws SQLException {
        Map<String, StoredAgent> found = new HashMap<>();
        if (userIds.isEmpty()) {
            return found;
        }
        String sql = SELECT + "(?" + ", ?".repeat(userIds.size() - 1) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenantId);
            int next = 2;
            for (String userId : userIds) {
                select.setString(next++, userId);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String userId = row.getString(1);
                    found.put(userId, read(row, userId, unreadable));
                }
            }
        }
        return found;
    }

    private StoredAgent read(ResultSet row, String userId, FailedRows unreadable) {
        try {
            UserStatus status = UserStatus.of(row.getString(2)).orElseThrow();
            row.getLong(SETTINGS);
            boolean hasSettings = !row.wasNull();
            return new StoredAgent.Found(
                    userId,
                    status,
                    hasSettings ? SettingsRow.readSettings(row, SETTINGS).outbound() : null);
        } catch (SQLException | RuntimeException invalid) {
            unreadable.report(ListedTable.SETTINGS.name(), tenantId, userId, invalid);
            return new StoredAgent.Unreadable(userId);
        }
    }

    /**
     * Forms of the same number, such as 030123456 and +4930123456, end in the same digits. Numbers of public networks have at least four
     * after the country code.
     */
    private List<AllottedNumber> allotted(Collection<StoredAgent> agents, FailedRows unreadable) throws SQLException {
        String ends = agents.stream()
                .flatMap(AgentsQuery::numbers)
                .map(number -> number.substring(Math.max(0, number.length() - SAME_DIGITS)))
                .distinct()
                .collect(Collectors.joining(","));
        List<AllottedNumber> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(SELECT_ALLOTTED + dialect.split("CAST(? AS text)") + ")")) {
            select.setString(1, tenantId);
            select.setString(2, ends);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    NumberReads.read(row, tenantId, unreadable).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Stream<String> numbers(StoredAgent agent) {
        return agent instanceof StoredAgent.Found known && known.settings() != null
                ? UsedNumber.of(known.settings()).stream()
                        .map(used -> used.number().digits())
                : Stream.empty();
    }
}
