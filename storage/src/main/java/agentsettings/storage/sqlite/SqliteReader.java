package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.storage.sqlite.batch.PackedColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds settings over a connection of its own, while the writer writes. Used by one thread at a time. */
final class SqliteReader implements AutoCloseable {

    private static final String SETTINGS_COLUMNS = PackedColumns.queriedOf("s");

    /**
     * Most queries name the id of a user with settings, whose row has the account too. It has none if an older version, beside which this
     * one has migrated the database, has stored it.
     */
    private static final String BY_SETTINGS =
            "SELECT concat_ws(char(31), " + SETTINGS_COLUMNS + ", s.account, s.user_id) AS packed"
                    + " FROM agent_settings s WHERE s.tenant_id = ? AND s.user_id = ? AND s.account IS NOT NULL";

    /** Selects null for a user without settings. */
    private static final String BY_USER = """
            SELECT iif(s.id IS NULL, NULL, concat_ws(char(31), %s, u.account, u.user_id)) AS packed
            FROM t_aicc_pub_appcube_user u
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            WHERE u.tenant_id = ? AND u.%s = ?
            """;

    private static final int PARTS = PackedColumns.QUERIED + 2;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;

    /** Each selects one text, under a short name, because the driver reads the name for each result. The first that finds a row decides. */
    private final List<PreparedStatement> selects;

    /** Takes the connection over; closes it on an exception. */
    static SqliteReader over(Connection connection) throws SQLException {
        try {
            return new SqliteReader(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private SqliteReader(Connection connection) throws SQLException {
        this.connection = connection;
        begin = connection.prepareStatement("BEGIN");
        commit = connection.prepareStatement("COMMIT");
        selects = List.of(
                connection.prepareStatement(BY_SETTINGS),
                connection.prepareStatement(BY_USER.formatted(SETTINGS_COLUMNS, "user_id")),
                connection.prepareStatement(BY_USER.formatted(SETTINGS_COLUMNS, "sum_user_id")));
    }

    /** Executes the queries in one read transaction. After an exception the reader can only be closed. */
    List<FindSettings.Outcome> find(List<FindSettings> queries) throws SQLException {
        if (queries.size() == 1) { // each statement is a transaction by itself
            return List.of(find(queries.getFirst()));
        }
        begin.execute();
        List<FindSettings.Outcome> outcomes = new ArrayList<>(queries.size());
        for (FindSettings query : queries) {
            outcomes.add(find(query));
        }
        commit.execute();
        return outcomes;
    }

    private FindSettings.Outcome find(FindSettings query) throws SQLException {
        FindSettings.Outcome outcome = new FindSettings.UnknownUser();
        for (int i = 0; outcome instanceof FindSettings.UnknownUser && i < selects.size(); i++) {
            outcome = find(selects.get(i), query);
        }
        return outcome;
    }

    private static FindSettings.Outcome find(PreparedStatement select, FindSettings query) throws SQLException {
        select.setString(1, query.tenantId());
        select.setString(2, query.user());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new FindSettings.UnknownUser();
            }
            byte[] packed = row.getBytes(1);
            return packed == null ? new FindSettings.NoSettings() : new FindSettings.Found(settings(packed));
        }
    }

    private static AgentSettings settings(byte[] packed) throws SQLException {
        String[] parts = PackedColumns.split(packed, PARTS);
        StoredSettings stored = PackedColumns.readQueried(parts);
        return new AgentSettings(
                stored.id(),
                parts[PARTS - 1],
                parts[PARTS - 2],
                stored.outbound(),
                stored.version(),
                stored.createdAt());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
