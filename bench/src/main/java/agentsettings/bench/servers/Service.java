package agentsettings.bench.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** AgentSettings as its launcher starts it, with the demo's app. */
public final class Service {

    /** Starts it on the embedded database of a folder. */
    public static Server embedded(Workplace workplace, String name, Path data) throws IOException {
        return start(workplace, name, List.of("--data", data.toString()), "");
    }

    /** Starts it on a database of PostgreSQL. */
    public static Server onPostgres(Workplace workplace, String name, PostgresCluster cluster, String database)
            throws IOException {
        Path data = workplace.newFolder(name);
        return start(
                workplace,
                name,
                List.of("--data", data.toString(), "--database", cluster.url(database)),
                cluster.user());
    }

    private static Server start(Workplace workplace, String name, List<String> storage, String user)
            throws IOException {
        Path collections = workplace.folder().resolve(name + ".gc");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                workplace.root().resolve("agentsettings").toString(), "serve", "--demo", "--port", "0"),
                        storage.stream())
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

    private Service() {}
}
