package agentsettings.storage.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks settings up over a connection of its own, beside the writer. Used by one thread at a time. */
final class SqliteReader implements AutoCloseable {

    /** Gives one text, or null for a user without settings. */
    private static final String SELECT = """
            SELECT iif(s.id IS NULL, NULL, concat_ws(char(31), s.id, s.version, s.created_at, %s, u.account, u.user_id))
            FROM t_aicc_pub_appcube_user u
            LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
            WHERE u.tenant_id = ? AND u.%s = ?
            """;

    private static final int PARTS = 3 + PackedSettings.PARTS + 2;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement byUserId;
    private final PreparedStatement bySumUserId;

    /** Takes the connection over, and closes it on an exception. */
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
        byUserId = connection.prepareStatement(SELECT.formatted(PackedSettings.ARGUMENTS, "user_id"));
        bySumUserId = connection.prepareStatement(SELECT.formatted(PackedSettings.ARGUMENTS, "sum_user_id"));
    }

    /** The answers to the questions, all as the file is at one moment. After an exception the reader can only be closed. */
    List<FindSettings.Outcome> find(List<FindSettings> questions) throws SQLException {
        if (questions.size() == 1) { // a statement is a transaction by itself
            return List.of(find(questions.getFirst()));
        }
        begin.execute();
        List<FindSettings.Outcome> outcomes = new ArrayList<>(questions.size());
        for (FindSettings question : questions) {
            outcomes.add(find(question));
        }
        commit.execute();
        return outcomes;
    }

    private FindSettings.Outcome find(FindSettings question) throws SQLException {
        FindSettings.Outcome outcome = find(byUserId, question);
        return outcome instanceof FindSettings.UnknownUser ? find(bySumUserId, question) : outcome;
    }

    private static FindSettings.Outcome find(PreparedStatement select, FindSettings question) throws SQLException {
        select.setString(1, question.tenantId());
        select.setString(2, question.user());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new FindSettings.UnknownUser();
            }
            byte[] packed = row.getBytes(1);
            return packed == null ? new FindSettings.NoSettings() : new FindSettings.Found(settings(packed));
        }
    }

    private static AgentSettings settings(byte[] packed) {
        String[] parts = new String(packed, UTF_8).split(PackedSettings.SEPARATOR, PARTS);
        return new AgentSettings(
                Long.parseLong(parts[0]),
                parts[PARTS - 1],
                parts[PARTS - 2],
                PackedSettings.read(parts, 3),
                Long.parseLong(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
