package agentsettings.storage.postgres;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import agentsettings.storage.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A database on a PostgreSQL server of version 15 or later, shared by any number of nodes. Safe for use by many threads. */
public final class PostgresDatabase implements Database {

    /** For the directory and for leases, beside the lanes. */
    private static final int OTHER_CONNECTIONS = 2;

    private final PostgresServer server;
    private final PooledConnections connections;
    private final int lanes;

    /**
     * Connects when it is first used.
     *
     * @param lanes transactions written at a time
     */
    public PostgresDatabase(PostgresServer server, int lanes) {
        this.server = server;
        this.lanes = lanes;
        this.connections = new PooledConnections(server, lanes + PostgresStore.READ_LANES + OTHER_CONNECTIONS);
    }

    @Override
    public List<Migration> migrations() {
        return schema().list();
    }

    @Override
    public void migrate() {
        schema().run();
    }

    /** Connects first, because the migrations' own words for a server that can't be reached are many. */
    private Migrations schema() {
        try (Connection reachable = server.connect()) {
            reachable.getSchema();
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't reach " + this, e);
        }
        return new Migrations(
                Migrations.unconnected().dataSource(server.urlOfPrimary(), server.user(), server.password()),
                "agentsettings/storage/postgres/migrations",
                server.toString());
    }

    @Override
    public Directory openDirectory(InstantSource clock) {
        return new PostgresDirectory(connections, clock);
    }

    @Override
    public Store openStore(InstantSource clock, BatchLimits limits) {
        return new PostgresStore(connections, clock, lanes, limits);
    }

    @Override
    public Map<String, String> facts() {
        try (Connection connection = openForReading()) {
            return ServerFacts.read(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't read " + this, e);
        }
    }

    @Override
    public Connection openForReading() throws SQLException {
        Connection connection = server.connect();
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public Connection openForWriting() throws SQLException {
        return server.connect();
    }

    /** For tests, which make them fail. */
    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
