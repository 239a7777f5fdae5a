package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends requests as fast as the server responds, by wrk with one thread and keep-alive connections.
 *
 * @param script {@code requests.lua}
 */
public record Wrk(Path script) {

    /**
     * The requests of a run.
     *
     * @param operation an operation of the script
     * @param any whether each request is for a random user; otherwise each user is taken once
     * @param token bearer token, or empty
     */
    public record Requests(String operation, UserRange users, boolean any, String token) {

        /** One request for each user in turn, without a bearer token. */
        public static Requests once(String operation, UserRange users) {
            return new Requests(operation, users, false, "");
        }

        /** Requests for random users, without a bearer token. */
        public static Requests any(String operation, UserRange users) {
            return new Requests(operation, users, true, "");
        }
    }

    /** Runs for this many seconds. */
    public Figures run(Server server, Requests requests, int connections, int seconds) throws IOException {
        UserRange users = requests.users();
        List<String> command = List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                server.uri().toString(),
                "--",
                requests.operation(),
                Long.toString(System.nanoTime() % 1_000_000),
                Long.toString(users.first()),
                Long.toString(users.count()),
                Long.toString(users.stride()),
                Long.toString(users.taken()),
                requests.any() ? "any" : "next",
                requests.token());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output = wrk.inputReader().readAllLines();
        String result = output.stream()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk failed: " + String.join("\n", output)));
        return figures(result, requests);
    }

    /** Parses the line that the script's {@code done} prints: RESULT responses refused errors micros p50 p99 p99.9 taken. */
    static Figures figures(String result, Requests requests) {
        long[] number =
                Stream.of(result.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
        if (!requests.any()) {
            requests.users().taken(number[7]);
        }
        long refused = number[1];
        return Figures.ofRequests(
                number[0] - refused,
                refused + number[2],
                number[3] / 1e6,
                number[4] / 1e3,
                number[5] / 1e3,
                number[6] / 1e3);
    }
}
