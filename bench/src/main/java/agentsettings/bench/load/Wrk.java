package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks a server as fast as it answers, by wrk with one thread and keep-alive connections.
 *
 * @param script {@code requests.lua}
 */
public record Wrk(Path script) {

    /**
     * What is asked.
     *
     * @param operation one that the script knows
     * @param anyone whether any of the users is asked for, again and again; otherwise each is taken once
     * @param token sent along when it isn't empty
     */
    public record Requests(String operation, Users users, boolean anyone, String token) {

        /** For users in their turn, with the app's key alone. */
        public static Requests taking(String operation, Users users) {
            return new Requests(operation, users, false, "");
        }

        /** For any of the users, with the app's key alone. */
        public static Requests forAny(String operation, Users users) {
            return new Requests(operation, users, true, "");
        }
    }

    /** Asks for so long. */
    public Figures ask(Server server, Requests requests, int connections, int seconds) throws IOException {
        Users users = requests.users();
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
                requests.anyone() ? "any" : "next",
                requests.token());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = wrk.inputReader().readAllLines();
        String result = said.stream()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk failed: " + String.join("\n", said)));
        return figures(result, requests);
    }

    /** The line that the script's {@code done} prints: RESULT answers refused faults micros p50 p99 p99.9 taken. */
    static Figures figures(String result, Requests requests) {
        long[] number =
                Stream.of(result.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
        if (!requests.anyone()) {
            requests.users().taken(number[7]);
        }
        long refused = number[1];
        return Figures.answered(
                number[0] - refused,
                refused + number[2],
                number[3] / 1e6,
                number[4] / 1e3,
                number[5] / 1e3,
                number[6] / 1e3);
    }
}
