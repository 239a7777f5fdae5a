package agentsettings.bench;

import agentsettings.bench.groups.Scale;
import agentsettings.bench.servers.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A description of the machine and the programs of a run, as lines of text. */
record Machine(LocalDate day, Scale scale, Path checkout, Path before, Path data) {

    @Override
    public String toString() {
        return Stream.of(
                        "date: " + day,
                        "commit: " + commit(checkout),
                        before == null ? "" : "before: " + commit(before),
                        String.format(
                                Locale.ROOT,
                                "measured: %d rounds of %d s a case, after one of %d s",
                                scale.rounds(),
                                scale.seconds(),
                                scale.warmUp()),
                        "processor: " + Runtime.getRuntime().availableProcessors() + " × " + processor(),
                        "Linux: " + firstLine("uname", "-r"),
                        "memory: " + memory(),
                        "data on: " + lastLine("df", "--output=fstype", data.toString()),
                        "Java: " + Runtime.version(),
                        "nginx: " + firstLine("nginx", "-v"),
                        "wrk: " + firstLine("wrk", "--version"),
                        "PostgreSQL: "
                                + firstLine(
                                        PostgresCluster.PROGRAMS
                                                .resolve("postgres")
                                                .toString(),
                                        "--version"),
                        "node: " + firstLine("node", "--version"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String commit(Path checkout) {
        return firstLine("git", "-C", checkout.toString(), "describe", "--always", "--dirty");
    }

    private static String processor() {
        return value(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        return value(Path.of("/proc/meminfo"), "MemTotal");
    }

    private static String value(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String firstLine(String... command) {
        return output(command).stream().findFirst().orElse("unknown");
    }

    private static String lastLine(String... command) {
        return output(command).reversed().stream().findFirst().orElse("unknown");
    }

    private static List<String> output(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .start()
                    .inputReader()
                    .readAllLines();
        } catch (IOException notInstalled) {
            return List.of();
        }
    }
}
