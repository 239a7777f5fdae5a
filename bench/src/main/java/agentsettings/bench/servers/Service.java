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
 */
public record Service(Workplace workplace, Path checkout) {

    private static final String LAUNCHER = "agentsettings";

    /** The version that the bench belongs to. */
    public static Service ofThisVersion(Workplace workplace) {
        return new Service(workplace, workplace.root());
    }

    /** Has the launcher build the service unless it is built. */
    public void build() throws IOException {
        Workplace.run(new ProcessBuilder(launcher(), "--version"));
    }

    /** Starts it on the embedded database of a folder. */
    public Server embedded(String name, Path data) throws IOException {
        return start(name, List.of("--data", data.toString()), "");
    }

    /** Starts it on a database of PostgreSQL; the folder holds what is kept outside the database. */
    public Server onPostgres(String name, Path data, PostgresCluster cluster, String database) throws IOException {
        return start(name, List.of("--data", data.toString(), "--database", cluster.url(database)), cluster.user());
    }

    private String launcher() {
        return checkout.resolve(LAUNCHER).toString();
    }

    private Server start(String name, List<String> storage, String user) throws IOException {
        Path collections = workplace.folder().resolve(name + ".gc");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher(), "serve", "--demo", "--port", "0"), storage.stream())
                        .toList());
        builder.environment()
                .merge(
                        "AGENTSETTINGS_JAVA_OPTS",
                        "-Xlog:gc:file=" + collections + " -Djava.io.tmpdir=" + workplace.folder(),
                        (given, ours) -> given + " " + ours);
        if (!user.isEmpty()) {
            builder.environment().put("AGENTSETTINGS_STORAGE_DATABASE_USER", user);
        }
        Process process = workplace.start(name, builder);
        BufferedReader said = process.inputReader();
        String ready = said.readLine();
        if (ready == null || !ready.contains("http://")) {
            throw new IOException("the service didn't start: " + Files.readString(workplace.log(name)));
        }
        URI uri = URI.create(ready.substring(ready.indexOf("http://")).strip());
        return new Server(uri, process, collections);
    }
}
