package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.StandingProcess;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The store without HTTP, in a separate process that runs a {@link StoreLoop}. Used by one thread. */
public record RawStore(StandingProcess process) {

    /** Starts it on the database, which is told as its arguments tell it. */
    public static RawStore start(Workplace workplace, String name, String... database) throws IOException {
        return new RawStore(StandingProcess.start(workplace, name, StoreLoop.class, database));
    }

    /** Creates settings for users in their turn, counting the processor time of others that work for the store, too. */
    public Figures create(Users users, int callers, int seconds, List<Processes> others) throws IOException {
        return run("create", users, callers, seconds, others);
    }

    /** Looks up users, who have settings, in their turn, again and again. */
    public Figures find(Users users, int callers, int seconds, List<Processes> others) throws IOException {
        return run("query", users, callers, seconds, others);
    }

    private Figures run(String operation, Users users, int callers, int seconds, List<Processes> others)
            throws IOException {
        double before = others.stream().mapToDouble(Processes::cpuMicros).sum();
        String line = process.ask("%s %d %d %d %d %d %d"
                .formatted(operation, users.first(), users.count(), users.stride(), users.taken(), callers, seconds));
        double used = others.stream().mapToDouble(Processes::cpuMicros).sum() - before;
        long[] number = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
        if (operation.equals("create")) {
            users.taken(number[6]);
        }
        return Figures.answered(
                        number[0], number[1], number[2] / 1e6, number[3] / 1e3, number[4] / 1e3, number[5] / 1e3)
                .withCpu((double) number[7], number[7] + used);
    }
}
