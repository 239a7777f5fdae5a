package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of a process and all those it has started. */
public record Processes(ProcessHandle root) {

    private static final double MICROS_A_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    /** Microseconds of processor time so far, of all their threads and of those that have ended. */
    public double cpuMicros() {
        while (true) {
            List<ProcessHandle> before = all();
            double sum = before.stream().mapToDouble(Processes::cpuMicros).sum();
            if (all().equals(before)) { // one that ended meanwhile would be missing in its parent's time and have none
                // itself
                return sum;
            }
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants()).sorted().toList();
    }

    /** A line's value of {@code /proc/PID/status} in MB. */
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

    /** Fields 14 to 17 of {@code /proc/PID/stat}: own time and that of children waited for, in ticks; 0 when it has just ended. */
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
