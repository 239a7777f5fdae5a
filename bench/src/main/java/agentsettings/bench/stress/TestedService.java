package agentsettings.bench.stress;

import agentsettings.bench.groups.EmbeddedEngine;
import agentsettings.bench.groups.Engine;
import agentsettings.bench.groups.PostgresEngine;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.CpuPinning;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A service on a new database of users without settings, and where its database is. */
public record TestedService(Server server, EngineKind kind, Path folder, String url, String user)
        implements AutoCloseable {

    private static final String NAME = "stressed";
    private static final String FILE = "agentsettings.db";

    /** The kinds of databases. */
    public enum EngineKind {
        sqlite,
        postgres
    }

    /** Starts the service with so many users, on the processors of servers. */
    public static TestedService start(Workspace workspace, EngineKind kind, CpuPinning pinning, Seeds seeds)
            throws IOException, SQLException {
        Service service = Service.ofThisVersion(workspace).startedBy(pinning.serverPrefix());
        service.build();
        if (kind == EngineKind.sqlite) {
            Engine engine = new EmbeddedEngine(service);
            Server server = engine.start(NAME, seeds);
            Path folder = engine.folder(NAME);
            return new TestedService(server, kind, folder, "jdbc:sqlite:" + folder.resolve(FILE), "");
        }
        PostgresEngine engine = new PostgresEngine(service, "postgres");
        return new TestedService(
                engine.start(NAME, seeds),
                kind,
                engine.folder(NAME),
                engine.cluster().url(NAME),
                engine.cluster().user());
    }

    /** A command of the command line on the database. */
    public ProcessBuilder launcher(Workspace workspace, String... command) {
        List<String> all = new ArrayList<>(
                List.of(workspace.root().resolve("agentsettings").toString()));
        all.addAll(List.of(command));
        boolean embedded = kind == EngineKind.sqlite;
        all.addAll(embedded ? List.of("--data", folder.toString()) : List.of("--database", url));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().put("AGENTSETTINGS_STORAGE_DATABASE_USER", user);
        return builder;
    }

    /** Where the database's write-ahead log is, a file or a folder. */
    public Path writeAheadLog() {
        return folder.resolve(kind == EngineKind.sqlite ? FILE + "-wal" : "pg_wal");
    }

    /** The users that have settings, once the server is stopped. */
    BitSet storedUsers() throws SQLException {
        return StoredUsers.read(url, user);
    }

    @Override
    public void close() {
        server.close();
    }
}
