package agentsettings.storage.postgres;

import agentsettings.core.store.Records;
import agentsettings.storage.Database;
import agentsettings.storage.Faults;
import agentsettings.storage.FaultyEngine;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.LoggedChange;
import agentsettings.storage.SettableClock;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.records.StoredRecords;
import agentsettings.storage.retention.OldestChanges;
import agentsettings.storage.retention.StoredLogTrimmer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL with a database of its own. */
final class PostgresEngine implements FaultyEngine {

    private static final List<String> TABLES = List.of(
            "agent_settings",
            "allotted_number",
            "t_aicc_pub_appcube_user",
            "change_log",
            "deleted_record",
            "change_log_start",
            "app",
            "management_key",
            "signing_key",
            "database_fact",
            "tenant_space",
            "idempotency_key",
            "job",
            "job_input",
            "job_fault");

    private static final Map<Integer, PostgresEngine> SHARED = new HashMap<>();
    private static final String BY_NUMBER = "SELECT * FROM change_log ORDER BY node, seq";
    private static final String AS_WRITTEN = """
            SELECT row_number() OVER written AS seq, at, tenant_id, user_id, settings_id, actor, action, before, after
            FROM change_log WINDOW written AS (ORDER BY xmin::text::bigint, seq) ORDER BY 1
            """;

    private final PostgresServer server;
    private final PostgresDatabase database;
    private final int lanes;
    private final boolean lent;

    private PostgresEngine(PostgresServer server, PostgresDatabase database, int lanes, boolean lent) {
        this.server = server;
        this.database = database;
        this.lanes = lanes;
        this.lent = lent;
    }

    /** An empty database, used by one test after the other, since making a database takes longer than emptying one. */
    static synchronized PostgresEngine emptyWithLanes(int lanes) {
        return SHARED.computeIfAbsent(lanes, PostgresEngine::withLanes).emptied();
    }

    static PostgresEngine withLanes(int lanes) {
        return withLanes(EmbeddedServer.newDatabase(), lanes);
    }

    static PostgresEngine withLanes(PostgresServer server, int lanes) {
        return new PostgresEngine(server, new PostgresDatabase(server, lanes), lanes, false);
    }

    @Override
    public int lanes() {
        return lanes;
    }

    /** The same database without what is in it. Closing what is returned leaves it open. */
    private PostgresEngine emptied() {
        try (Connection connection = database.connections().open();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute("UPDATE node_lease SET holder = '', leased_until = '-infinity', last_seq = 0, last_id = 0"
                    + " WHERE last_id <> 0 OR leased_until > '-infinity'");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new PostgresEngine(server, database, lanes, true);
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Records openRecords(InstantSource clock, int searchedRowsMax) {
        return new StoredRecords(new PostgresRecordReads(server), Dialect.POSTGRES, clock, searchedRowsMax);
    }

    @Override
    public String bytes(String hex) {
        return "'\\x" + hex + "'";
    }

    @Override
    public void execute(String sql) {
        try (Connection connection = database.connections().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public BatchWriter writer(Faults faults, SettableClock clock) {
        FaultyConnections connections = new FaultyConnections(database.connections(), faults);
        return new PostgresWriter(connections, new NodeLease(clock), clock, StorageObserver.NONE);
    }

    @Override
    public LogTrimmer trimmer(Faults faults) {
        FaultyConnections connections = new FaultyConnections(database.connections(), faults);
        return new StoredLogTrimmer(new PostgresStatementSession(connections), OldestChanges.POSTGRES);
    }

    @Override
    public void requireIntegrity() {
        // a fault at a client's call is none of the server's
    }

    @Override
    public List<LoggedChange> changeLog() {
        try (Connection connection = database.connections().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(lanes == 1 ? BY_NUMBER : AS_WRITTEN)) {
            List<LoggedChange> log = new ArrayList<>();
            while (row.next()) {
                long settingsId = row.getLong("settings_id");
                log.add(new LoggedChange(
                        row.getLong("seq"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("tenant_id"),
                        row.getString("user_id"),
                        settingsId == 0 ? null : settingsId,
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("before"),
                        row.getString("after")));
            }
            return log;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (!lent) {
            database.close();
        }
    }
}
