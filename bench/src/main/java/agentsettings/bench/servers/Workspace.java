package agentsettings.bench.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A temporary folder and the processes that use it; closing ends them and deletes the folder. Used by one thread, closed by any.
 *
 * @param home the bench's own folder in the checkout
 */
public record Workspace(Path home, Path folder, Deque<Process> processes) implements AutoCloseable {

    private static final long END_SECONDS_MAX = 20;

    /** Creates an empty workspace. */
    public static Workspace in(Path home, Path parent) throws IOException {
        return new Workspace(home, Files.createTempDirectory(parent, "agentsettings-bench"), new ArrayDeque<>());
    }

    /** The checkout that the bench belongs to. */
    public Path root() {
        return home.getParent();
    }

    /** A free port of this machine. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Creates a folder in the workspace, its owner's alone as the service requires it of its data folder. */
    public Path newFolder(String name) throws IOException {
        return Files.createDirectory(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Copies a resource of the bench into the workspace. */
    public Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Workspace.class.getResourceAsStream("/agentsettings/bench/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** Starts a process that is ended on closing at the latest. Its standard error goes to the log of this name. */
    synchronized Process start(String name, ProcessBuilder builder) throws IOException {
        if (builder.directory() == null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.redirectError(log(name).toFile()).start();
        processes.push(process);
        return process;
    }

    /** The log of the process of this name. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** The command that runs a class of the bench with the service's JVM options. */
    List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms64m",
                "-Xmn16m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Terminates the process, and kills it if that takes too long. */
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

    /** Reads every file of a database's folder, so that the kernel caches them; not PostgreSQL's log, which it removes meanwhile. */
    public static void readAll(Path folder) throws IOException {
        String read = "find \"$0\" -type f -not -path '*/pg_wal/*' -exec cat {} + >/dev/null";
        run(new ProcessBuilder("bash", "-c", read, folder.toString()));
    }

    /** Ends all processes, the last first because it may depend on earlier ones, and deletes their folders. */
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

    /** Waits until everything written is on disk. */
    public void settle() throws IOException {
        run(new ProcessBuilder("sync", "--file-system", folder.toString()));
    }

    @Override
    public synchronized void close() throws IOException {
        endProcesses();
        run(new ProcessBuilder("rm", "-rf", folder.toString()));
    }

    /** Runs a command; its exit status must be 0. */
    public static void run(ProcessBuilder builder) throws IOException {
        var _ = output(builder);
    }

    /** Runs a command, whose exit status must be 0, and returns its output. */
    public static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        String output = String.join("\n", process.inputReader().readAllLines());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", builder.command()) + ": " + output);
            }
            return output;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
