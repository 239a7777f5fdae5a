package agentsettings.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A temporary PostgreSQL server with fsync. If the bench runs as root, it runs as the user postgres. */
public record PostgresCluster(int port, Process process) {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** A server that has run for a while uses files of its log again; a new one would fill each with zeros, which takes 50 ms. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=1GB",
            "max_wal_size=8GB",
            "wal_init_zero=off",
            "max_connections=300",
            "log_min_messages=fatal");

    /** The folder of its programs: POSTGRES_BIN, or that of Debian 12's packages. */
    public static final Path PROGRAMS =
            Path.of(System.getenv().getOrDefault("POSTGRES_BIN", "/usr/lib/postgresql/15/bin"));

    /** Creates and starts the server. */
    public static PostgresCluster start(Workspace workspace, String name) throws IOException {
        return start(workspace, name, List.of());
    }

    /**
     * Creates and starts the server.
     *
     * @param prefix the beginning of the command that starts it, such as taskset
     */
    public static PostgresCluster start(Workspace workspace, String name, List<String> prefix) throws IOException {
        Files.setPosixFilePermissions(workspace.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = workspace.newFolder(name);
        if (ROOT) {
            Workspace.run(new ProcessBuilder("chown", "postgres:", data.toString()));
        }
        Workspace.run(command("initdb", "-D", data.toString(), "-U", "postgres", "--auth=trust", "--locale=C.UTF-8"));
        int port = Workspace.freePort();
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        ProcessBuilder builder = command("postgres", arguments.toArray(String[]::new));
        builder.command().addAll(0, prefix);
        Process process = workspace.start(name, builder);
        PostgresCluster cluster = new PostgresCluster(port, process);
        Server.await(process, workspace.log(name), cluster::isReady);
        return cluster;
    }

    /** The server accepts connections before it is ready for queries. */
    private boolean isReady() {
        try {
            execute("postgres", "SELECT 1");
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    public String user() {
        return "postgres";
    }

    /** The JDBC URL of a database, which may not exist yet. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates an empty database. */
    public void create(String database) throws SQLException {
        execute("postgres", "CREATE DATABASE " + database);
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The single number that the query returns. */
    public long number(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), user(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    public Processes processes() {
        return new Processes(process.toHandle());
    }
}
