package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.PersistentProcess;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The process of a {@link StoreLoop}. Used by one thread. */
public record RawStore(PersistentProcess process) {

    /** Starts the process; the database is given by {@link StoreLoop}'s arguments. */
    public static RawStore start(Workspace workspace, String name, String... database) throws IOException {
        return new RawStore(PersistentProcess.start(workspace, name, StoreLoop.class, database));
    }

    /** Creates settings for users in turn. CPU time includes that of other processes, which work for the store. */
    public Figures create(UserRange users, int callers, int seconds, List<Processes> others) throws IOException {
        return run("create", users, callers, seconds, others);
    }

    /** Queries the settings of users in turn, repeatedly. */
    public Figures find(UserRange users, int callers, int seconds, List<Processes> others) throws IOException {
        return run("query", users, callers, seconds, others);
    }

    private Figures run(String operation, UserRange users, int callers, int seconds, List<Processes> others)
            throws IOException {
        double before = others.stream().mapToDouble(Processes::cpuMicros).sum();
        String line = process.request(String.format(
                Locale.ROOT,
                "%s %d %d %d %d %d %d",
                operation,
                users.first(),
                users.count(),
                users.stride(),
                users.taken(),
                callers,
                seconds));
        double used = others.stream().mapToDouble(Processes::cpuMicros).sum() - before;
        long[] number = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
        if (operation.equals("create")) {
            users.taken(number[6]);
        }
        return Figures.ofRequests(
                        number[0], number[1], number[2] / 1e6, number[3] / 1e3, number[4] / 1e3, number[5] / 1e3)
                .withCpu((double) number[7], number[7] + used);
    }
}
