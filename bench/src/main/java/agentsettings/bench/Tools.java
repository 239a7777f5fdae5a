package agentsettings.bench;

import agentsettings.bench.servers.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installed programs that the bench calls. */
final class Tools {

    /** Requires what these groups need; null means all groups. */
    static void require(List<String> groups) throws IOException {
        List<String> missing = new ArrayList<>();
        if (!isOnPath("wrk")) {
            missing.add("wrk");
        }
        if ((groups == null || groups.contains("embedded")) && !isOnPath("nginx")) {
            missing.add("nginx");
        }
        if (groups == null || groups.stream().anyMatch(group -> group.startsWith("postgres"))) {
            if (!Files.isExecutable(PostgresCluster.PROGRAMS.resolve("postgres"))) {
                missing.add("postgresql-15 (or another version, with POSTGRES_BIN naming the folder of its programs)");
            }
        }
        if ((groups == null || groups.contains("peers")) && !isOnPath("npm")) {
            missing.add("npm (version 20 of Node.js or newer)");
        }
        if (!missing.isEmpty()) {
            throw new IOException("missing programs, by the names of Debian's packages: " + String.join(", ", missing));
        }
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private Tools() {}
}
