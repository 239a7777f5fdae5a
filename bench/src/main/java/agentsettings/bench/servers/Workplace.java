package agentsettings.bench.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A temporary folder, and the processes that work in it; closing ends them and deletes it. Used by one thread, closed by any.
 *
 * @param home the bench's own folder in the checkout
 */
public record Workplace(Path home, Path folder, Deque<Process> processes) implements AutoCloseable {

    private static final long END_SECONDS_MAX = 20;

    /** An empty one. */
    public static Workplace in(Path home, Path parent) throws IOException {
        return new Workplace(home, Files.createTempDirectory(parent, "agentsettings-bench"), new ArrayDeque<>());
    }

    /** The checkout that the bench belongs to. */
    public Path root() {
        return home.getParent();
    }

    /** A port of this machine that nobody uses at the moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A new folder within. */
    public Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** A file of the bench's own, copied into the folder. */
    public Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Workplace.class.getResourceAsStream("/agentsettings/bench/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** The process, with what it says on standard error in a file of this name, ended at the latest on closing. */
    synchronized Process start(String name, ProcessBuilder builder) throws IOException {
        if (builder.directory() == null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.redirectError(log(name).toFile()).start();
        processes.push(process);
        return process;
    }

    /** Where a process of this name complains. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** The Java command that runs a class of the bench, with the service's own flags. */
    List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms64m",
                "-Xmn32m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Asks the process to end, and makes it end when it takes too long. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads every file of the folder, so that the kernel has them in memory, as far as they fit. */
    public static void readAll(Path folder) throws IOException {
        run(new ProcessBuilder("bash", "-c", "find \"$0\" -type f -exec cat {} + >/dev/null", folder.toString()));
    }

    /** Ends all processes, the last first, since it may need those before, and deletes their folders. */
    public synchronized void clear() throws IOException {
        endProcesses();
        run(new ProcessBuilder(
                "find",
                folder.toString(),
                "-mindepth",
                "1",
                "-maxdepth",
                "1",
                "-type",
                "d",
                "-exec",
                "rm",
                "-rf",
                "{}",
                "+"));
    }

    private void endProcesses() {
        while (!processes.isEmpty()) {
            end(processes.pop());
        }
    }

    /** Waits until the disk has all that was written, so that it has nothing left to do. */
    public void settle() throws IOException {
        run(new ProcessBuilder("sync", "--file-system", folder.toString()));
    }

    @Override
    public synchronized void close() throws IOException {
        endProcesses();
        run(new ProcessBuilder("rm", "-rf", folder.toString()));
    }

    /** Runs a command to its end, which must be a good one. */
    static void run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        String said = String.join("\n", process.inputReader().readAllLines());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", builder.command()) + ": " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
