package agentsettings.bench.soak;

import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Workspace;
import agentsettings.bench.stress.TestedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server has at one time.
 *
 * @param heap after a full collection, in KB
 * @param anonymous resident memory without pages of files, in KB
 * @param dataBytes the size of all files of the database
 * @param logBytes the size of its write-ahead log
 */
record ProcessSample(
        double minute, long heap, long anonymous, int threads, int descriptors, long dataBytes, long logBytes) {

    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");

    /** Collects all garbage of the server, and looks. */
    static ProcessSample take(double minute, TestedService service) throws IOException {
        long pid = service.server().process().pid();
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        Processes processes = service.server().processes();
        return new ProcessSample(
                minute,
                used.results().mapToLong(use -> Long.parseLong(use.group(1))).sum(),
                processes.status("RssAnon"),
                (int) processes.status("Threads"),
                files(Path.of("/proc", Long.toString(pid), "fd")),
                bytes(service.folder()),
                bytes(service.writeAheadLog()));
    }

    private static String jcmd(long pid, String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Workspace.output(new ProcessBuilder(jcmd, Long.toString(pid), command));
    }

    private static int files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    /** The size of a file or of all files in a folder. */
    private static long bytes(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.mapToLong(ProcessSample::size).sum();
        } catch (UncheckedIOException removedMeanwhile) {
            return bytes(fileOrFolder);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException removedMeanwhile) {
            return 0;
        }
    }
}
