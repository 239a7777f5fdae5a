package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process and its descendants, as Linux accounts for them. */
public record Processes(ProcessHandle root) {

    private static final double MICROS_A_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    /** Microseconds of CPU time so far, of all threads, including those that have ended. */
    public double cpuMicros() {
        while (true) {
            List<ProcessHandle> before = all();
            double sum = before.stream().mapToDouble(Processes::cpuMicros).sum();
            // the time of a process that ended in between may be in neither its own value nor its parent's
            if (all().equals(before)) {
                return sum;
            }
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants()).sorted().toList();
    }

    /** The value of a line of {@code /proc/PID/status}, in MB. */
    public long statusMegabytes(String name) {
        return linesOf(Path.of("/proc", Long.toString(root.pid()), "status"))
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> linesOf(Path path) {
        try {
            return Files.readAllLines(path).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields 14 to 17 of {@code /proc/PID/stat}: own time and that of reaped children, in ticks; 0 if the process has ended. */
    private static double cpuMicros(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return MICROS_A_TICK
                    * Stream.of(fields)
                            .skip(USER_TIME)
                            .limit(TIMES)
                            .mapToLong(Long::parseLong)
                            .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
