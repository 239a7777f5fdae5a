package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process and its descendants, as Linux accounts for them. */
public record Processes(ProcessHandle root) {

    private static final double MICROS_A_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int OWN_TIMES = 2;
    private static final int TIMES_WITH_CHILDREN = 4;
    private static final Pattern COMPILERS = Pattern.compile("C[12] CompilerThre");

    /**
     * Microseconds of CPU time so far, of all threads, including those that have ended, but without the JVM's compilers: what they take
     * depends on how long ago the process was started.
     */
    public double cpuMicros() {
        while (true) {
            List<ProcessHandle> before = all();
            double sum = before.stream()
                    .map(process -> Path.of("/proc", Long.toString(process.pid())))
                    .mapToDouble(process -> cpuMicros(process, TIMES_WITH_CHILDREN) - compilerMicros(process))
                    .sum();
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
        return status(name) / 1024;
    }

    /** The value of a line of {@code /proc/PID/status}, in KB or a number. */
    public long status(String name) {
        return linesOf(Path.of("/proc", Long.toString(root.pid()), "status"))
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
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

    /** The CPU time of a process's threads that compile; each runs for as long as the process. */
    private static double compilerMicros(Path process) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            double sum = 0;
            for (Path thread : threads) {
                sum += isCompiler(thread) ? cpuMicros(thread, OWN_TIMES) : 0;
            }
            return sum;
        } catch (IOException | DirectoryIteratorException ended) {
            return 0;
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return COMPILERS.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
        } catch (IOException ended) {
            return false;
        }
    }

    /**
     * Fields 14 to 17 of the {@code stat} of a process or a thread: own time, two fields, and that of reaped children, in ticks; 0 if it
     * has ended.
     */
    private static double cpuMicros(Path processOrThread, int times) {
        try {
            String stat = Files.readString(processOrThread.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return MICROS_A_TICK
                    * Stream.of(fields)
                            .skip(USER_TIME)
                            .limit(times)
                            .mapToLong(Long::parseLong)
                            .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
