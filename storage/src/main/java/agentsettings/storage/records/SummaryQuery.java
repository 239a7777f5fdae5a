package agentsettings.storage.records;

import agentsettings.core.queries.Summary;
import agentsettings.core.queries.Summary.NumberUse;
import agentsettings.core.settings.CallType;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.tables.OutboundColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the records of a tenant space, and the uses of its display numbers. The database counts, within its own limits of memory. */
record SummaryQuery(Connection connection, Dialect dialect, String tenantId) {

    private record Count(String value, long number) {}

    /** Counts what the connection's transaction sees. */
    Summary execute(Instant now) throws SQLException {
        Map<CallType, Long> byCallType = new EnumMap<>(CallType.class);
        long withoutCallType = 0;
        long settings = 0;
        for (Count count : select("SELECT " + OutboundColumns.callType("s")
                + ", count(*) FROM agent_settings s WHERE s.tenant_id = ? GROUP BY 1")) {
            settings += count.number;
            if (count.value == null) {
                withoutCallType = count.number;
            } else { // a code that we don't know, which only somebody's hand can have written, is not shown
                CallType.of(count.value).ifPresent(type -> byCallType.put(type, count.number));
            }
        }
        long users = select("SELECT '', count(*) FROM t_aicc_pub_appcube_user u WHERE u.tenant_id = ?")
                .getFirst()
                .number;
        return new Summary(now, users, users - settings, byCallType, withoutCallType, mostUsedDisplayNumbers());
    }

    /** Settings with the same numbers, of which there are many, are counted before the numbers are told apart. */
    private List<NumberUse> mostUsedDisplayNumbers() throws SQLException {
        return select("""
                SELECT value, sum(users) FROM (
                    SELECT DISTINCT g.numbers, g.users, n.value FROM (
                        SELECT %s AS numbers, count(*) AS users FROM agent_settings s WHERE s.tenant_id = ? GROUP BY 1) AS g,
                    %s WHERE n.value <> '') AS used
                GROUP BY value ORDER BY sum(users) DESC, value LIMIT 20
                """.formatted(OutboundColumns.displayNumbers("s"), dialect.split("g.numbers"))).stream()
                .map(count -> new NumberUse(count.value, count.number))
                .toList();
    }

    private List<Count> select(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                List<Count> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new Count(row.getString(1), row.getLong(2)));
                }
                return counts;
            }
        }
    }
}
