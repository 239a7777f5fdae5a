package agentsettings.storage.records;

import agentsettings.core.queries.Summary;
import agentsettings.core.queries.Summary.NumberUse;
import agentsettings.core.rules.CallFacts;
import agentsettings.core.settings.CallType;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.tables.OutboundColumns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the records of a tenant space, and the uses of its display numbers. The database counts, within its own limits of memory. */
record SummaryQuery(Connection connection, Dialect dialect, String tenantId) {

    /** Settings that are alike in what decides about calls are counted together; the rule is core's. */
    private static final String ALIKE = """
            SELECT u.status, %s, %s <> ',', %s <> ',', count(*)
            FROM agent_settings s
            LEFT JOIN t_aicc_pub_appcube_user u ON u.tenant_id = s.tenant_id AND u.user_id = s.user_id
            WHERE s.tenant_id = ? GROUP BY 1, 2, 3, 4
            """.formatted(
            OutboundColumns.callType("s"), OutboundColumns.displayNumbers("s"), OutboundColumns.softphoneNumbers("s"));

    private record Count(String value, long number) {}

    /** The number of settings that are alike. */
    private record Alike(String callType, CallFacts facts, long number) {}

    /** Counts what the connection's transaction sees. */
    Summary execute(Instant now) throws SQLException {
        boolean hasAccessCode =
                select("SELECT '', count(access_code) FROM tenant_space t WHERE t.tenant_id = ?", SummaryQuery::count)
                                .getFirst()
                                .number
                        > 0;
        Map<CallType, Long> byCallType = new EnumMap<>(CallType.class);
        long withoutCallType = 0;
        long settings = 0;
        long wouldFail = 0;
        for (Alike alike : select(ALIKE, SummaryQuery::alike)) {
            settings += alike.number;
            wouldFail += alike.facts.callWouldFail(hasAccessCode) ? alike.number : 0;
            if (alike.callType == null) {
                withoutCallType += alike.number;
            } else if (alike.facts.callType() != null) {
                byCallType.merge(alike.facts.callType(), alike.number, Long::sum);
            } // a code that we don't know, which only somebody's hand can have written, is not shown
        }
        long users = select(
                        "SELECT '', count(*) FROM t_aicc_pub_appcube_user u WHERE u.tenant_id = ?", SummaryQuery::count)
                .getFirst()
                .number;
        return new Summary(
                now, users, users - settings, byCallType, withoutCallType, wouldFail, mostUsedDisplayNumbers());
    }

    private static Alike alike(ResultSet row) throws SQLException {
        String status = row.getString(1);
        String callType = row.getString(2);
        CallFacts facts = new CallFacts(
                callType == null ? null : CallType.of(callType).orElse(null),
                row.getBoolean(3),
                row.getBoolean(4),
                status == null ? null : UserStatus.of(status).orElse(null));
        return new Alike(callType, facts, row.getLong(5));
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getString(1), row.getLong(2));
    }

    /** Settings with the same numbers, of which there are many, are counted before the numbers are told apart. */
    private List<NumberUse> mostUsedDisplayNumbers() throws SQLException {
        return select(
                        """
                SELECT value, sum(users) FROM (
                    SELECT DISTINCT g.numbers, g.users, n.value FROM (
                        SELECT %s AS numbers, count(*) AS users FROM agent_settings s WHERE s.tenant_id = ? GROUP BY 1) AS g,
                    %s WHERE n.value <> '') AS used
                GROUP BY value ORDER BY sum(users) DESC, value LIMIT 20
                """.formatted(OutboundColumns.displayNumbers("s"), dialect.split("g.numbers")),
                        SummaryQuery::count)
                .stream()
                .map(count -> new NumberUse(count.value, count.number))
                .toList();
    }

    private <T> List<T> select(String sql, Statements.RowReader<T> reader) throws SQLException {
        return new Statements(connection).select(sql, reader, tenantId);
    }
}
