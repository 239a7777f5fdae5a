package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script of statements by PostgreSQL's load generator, as fast as the server responds, with prepared statements. */
public final class Pgbench {

    private static final String DATABASE = "pgbench";
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern AVERAGE = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final Pattern CPU = Pattern.compile("CPU ([0-9.]+) ([0-9.]+)");

    /** Runs a script that takes each user once. Its p50 is the average, the only latency that pgbench reports. */
    public static Figures take(PostgresCluster cluster, Path script, UserRange users, int clients, int seconds)
            throws IOException, SQLException {
        Figures figures = run(cluster, script, users, clients, seconds);
        // the next run must begin after the client that got furthest
        users.taken(cluster.number(DATABASE, "SELECT max(seq) FROM change_log") - users.first() + 1);
        return figures;
    }

    /** Runs a script that takes random users. */
    public static Figures run(PostgresCluster cluster, Path script, UserRange users, int clients, int seconds)
            throws IOException {
        Processes server = cluster.processes();
        double before = server.cpuMicros();
        String output = output(command(cluster, script, users, clients, seconds));
        double used = server.cpuMicros() - before;
        long count = (long) number(DONE, output, 1);
        double own = (number(CPU, output, 1) + number(CPU, output, 2)) * 1e6;
        return Figures.ofRequests(
                        count, 0, count / number(RATE, output, 1), number(AVERAGE, output, 1), Double.NaN, Double.NaN)
                .withCpu(own, own + used);
    }

    private static List<String> command(
            PostgresCluster cluster, Path script, UserRange users, int clients, int seconds) {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "TIMEFORMAT='CPU %U %S'; time \"$@\"",
                "pgbench",
                PostgresCluster.PROGRAMS + "/pgbench",
                "--host=127.0.0.1",
                "--port=" + cluster.port(),
                "--username=" + cluster.user(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script));
        command.addAll(List.of(
                "--define=i=0",
                "--define=first=" + users.first(),
                "--define=count=" + users.count(),
                "--define=taken=" + users.taken(),
                "--define=clients=" + clients,
                DATABASE));
        return command;
    }

    /** After an error of one client the others continue, but pgbench's exit status is not 0. */
    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = String.join("\n", process.inputReader().readAllLines());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }

    static double number(Pattern pattern, String output, int group) throws IOException {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("pgbench failed: " + output);
        }
        return Double.parseDouble(found.group(group));
    }

    private Pgbench() {}
}
