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

/** Does the statements of a script as fast as they are answered, by PostgreSQL's own load generator with prepared statements. */
public final class Pgbench {

    private static final String DATABASE = "pgbench";
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern AVERAGE = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final Pattern CPU = Pattern.compile("CPU ([0-9.]+) ([0-9.]+)");

    /** Runs the script, which takes each user once, for so long; p50 is the average, which is all that it tells. */
    public static Figures take(PostgresCluster cluster, Path script, Users users, int clients, int seconds)
            throws IOException, SQLException {
        Figures figures = run(cluster, script, users, clients, seconds);
        // some clients come further than others, and the next run must begin behind them all
        users.taken(cluster.number(DATABASE, "SELECT max(seq) FROM change_log") - users.first() + 1);
        return figures;
    }

    /** The same with a script that takes any of the users again and again. */
    public static Figures run(PostgresCluster cluster, Path script, Users users, int clients, int seconds)
            throws IOException {
        Processes server = cluster.processes();
        double before = server.cpuMicros();
        String said = said(command(cluster, script, users, clients, seconds));
        double used = server.cpuMicros() - before;
        long count = (long) number(DONE, said, 1);
        double own = (number(CPU, said, 1) + number(CPU, said, 2)) * 1e6;
        return Figures.answered(
                        count, 0, count / number(RATE, said, 1), number(AVERAGE, said, 1), Double.NaN, Double.NaN)
                .withCpu(own, own + used);
    }

    private static List<String> command(PostgresCluster cluster, Path script, Users users, int clients, int seconds) {
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

    /** A client that meets an error stops, and the rest go on without it: then pgbench ends with another status than 0. */
    private static String said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = String.join("\n", process.inputReader().readAllLines());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("pgbench failed: " + said);
        }
        return said;
    }

    static double number(Pattern pattern, String said, int group) throws IOException {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        return Double.parseDouble(found.group(group));
    }

    private Pgbench() {}
}
