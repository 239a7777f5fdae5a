package agentsettings.bench.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * AgentSettings as its launcher starts it, with the demo's app.
 *
 * @param checkout the folder of the version to start, which holds its launcher
 * @param prefix the beginning of a command that starts the launcher and what belongs to it, such as taskset; empty if there is none
 */
public record Service(Workspace workspace, Path checkout, List<String> prefix) {

    private static final String LAUNCHER = "agentsettings";

    /** A version that is started as it is. */
    public Service(Workspace workspace, Path checkout) {
        this(workspace, checkout, List.of());
    }

    /** The version that the bench belongs to. */
    public static Service ofThisVersion(Workspace workspace) {
        return new Service(workspace, workspace.root());
    }

    /** The same, started by a command. */
    public Service startedBy(List<String> command) {
        return new Service(workspace, checkout, command);
    }

    /** Has the launcher build the service if necessary. */
    public void build() throws IOException {
        Workspace.run(new ProcessBuilder(launcher(), "--version"));
    }

    /** Starts the service on the embedded database of a folder. */
    public Server embedded(String name, Path data) throws IOException {
        return start(name, List.of("--data", data.toString()), "");
    }

    /** Starts the service on a PostgreSQL database; the folder holds what is stored outside the database. */
    public Server onPostgres(String name, Path data, PostgresCluster cluster, String database) throws IOException {
        return start(name, List.of("--data", data.toString(), "--database", cluster.url(database)), cluster.user());
    }

    private String launcher() {
        return checkout.resolve(LAUNCHER).toString();
    }

    private Server start(String name, List<String> storage, String user) throws IOException {
        Path collections = workspace.folder().resolve(name + ".gc");
        ProcessBuilder builder =
                new ProcessBuilder(Stream.of(prefix, List.of(launcher(), "serve", "--demo", "--port", "0"), storage)
                        .flatMap(List::stream)
                        .toList());
        builder.environment()
                .merge(
                        "AGENTSETTINGS_JAVA_OPTS",
                        "-Xlog:gc:file=" + collections + " -Djava.io.tmpdir=" + workspace.folder(),
                        (given, ours) -> given + " " + ours);
        if (!user.isEmpty()) {
            builder.environment().put("AGENTSETTINGS_STORAGE_DATABASE_USER", user);
        }
        Process process = workspace.start(name, builder);
        BufferedReader output = process.inputReader();
        String ready = output.readLine();
        String management = "";
        while (ready != null && !ready.contains("listening on http://")) {
            management = ready.contains("management API") ? ready : management;
            ready = output.readLine();
        }
        if (ready == null) {
            throw new IOException("the service didn't start: " + Files.readString(workspace.log(name)));
        }
        return new Server(uri(ready), process, collections, management.isEmpty() ? null : uri(management));
    }

    private static URI uri(String line) {
        return URI.create(line.substring(line.indexOf("http://")).strip());
    }
}
