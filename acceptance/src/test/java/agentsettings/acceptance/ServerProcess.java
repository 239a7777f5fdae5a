package agentsettings.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real server with its demo data, in a JVM of its own on a free port, so that a test may kill it. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("AgentSettings is listening on (https?://\\S+)\\R");
    private static final Pattern MANAGEMENT =
            Pattern.compile("The console and the management API are at (https?://\\S+)\\R");
    private static final long START_SECONDS_MAX = 180;
    private static final long STOP_SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 20;

    private final Path output;
    private final Path errors;
    private final Process process;
    private final URI base;

    private ServerProcess(List<String> arguments, boolean unread) throws IOException, InterruptedException {
        this(ChildJvm.command(arguments), unread);
    }

    private ServerProcess(ProcessBuilder command, boolean unread) throws IOException, InterruptedException {
        output = Files.createTempFile("server", ".out");
        errors = Files.createTempFile("server", ".err");
        process = command.redirectOutput(output.toFile())
                .redirectError(unread ? Redirect.PIPE : Redirect.to(errors.toFile()))
                .start();
        base = awaitReady();
    }

    /** Starts a server on {@code dataDir} and returns when it says that it listens. */
    public static ServerProcess startDemo(Path dataDir, String... extraArguments)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--demo", "--port", "0", "--data", dataDir.toString()));
        arguments.addAll(List.of(extraArguments));
        return new ServerProcess(arguments, false);
    }

    /** Starts a server on the database that these options name, and returns when it says that it listens. */
    public static ServerProcess startDemo(List<String> database) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--demo", "--port", "0"));
        arguments.addAll(database);
        return new ServerProcess(arguments, false);
    }

    /** Starts a server on these ports, with these options, and returns when it says that it listens. */
    public static ServerProcess startDemo(int port, int managementPort, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--demo",
                "--port",
                Integer.toString(port),
                "--management-port",
                Integer.toString(managementPort)));
        arguments.addAll(options);
        return new ServerProcess(arguments, false);
    }

    /** Starts a server, which need not be a demo, with these environment variables, and returns when it says that it listens. */
    public static ServerProcess start(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder command = ChildJvm.command(arguments);
        command.environment().putAll(environment);
        return new ServerProcess(command, false);
    }

    /** Runs a command line that starts a server, and returns when it says that it listens. */
    public static ServerProcess start(ProcessBuilder command) throws IOException, InterruptedException {
        return new ServerProcess(command, false);
    }

    /** Starts a demo as the child of a program that traces it, which this is the command line of. */
    public static ServerProcess startDemoUnder(List<String> tracer, Path dataDir)
            throws IOException, InterruptedException {
        ProcessBuilder command =
                ChildJvm.command(List.of("serve", "--demo", "--port", "0", "--data", dataDir.toString()));
        command.command(
                Stream.concat(tracer.stream(), command.command().stream()).toList());
        return new ServerProcess(command, false);
    }

    /** Asks the traced server to stop, and returns when it and the tracer have ended. */
    public void terminateTraced() throws InterruptedException {
        process.children().forEach(ProcessHandle::destroy);
        awaitExit();
    }

    /** Starts a server whose standard error is a pipe that nobody reads. */
    public static ServerProcess startUnread(Path dataDir, String... extraArguments)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--demo", "--port", "0", "--data", dataDir.toString()));
        arguments.addAll(List.of(extraArguments));
        return new ServerProcess(arguments, true);
    }

    public URI base() {
        return base;
    }

    /** The address of the management interface. */
    public URI management() {
        return line(MANAGEMENT).orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the server with SIGKILL and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks the server with SIGTERM to stop and returns its exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Returns what the server has written to its standard output so far. */
    public String output() {
        return read(output);
    }

    /** Returns what the server has written to its standard error so far. */
    public String errors() {
        return read(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
    }

    /** Returns the exit code of a server that ends by itself. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("the server still runs after " + STOP_SECONDS_MAX + " s:\n" + errors());
        }
        return process.exitValue();
    }

    private URI awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        Optional<URI> listening = line(READY);
        while (listening.isEmpty() && process.isAlive() && System.nanoTime() < deadline) {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            listening = line(READY);
        }
        if (listening.isEmpty()) {
            String failure = "the server did not become ready:\n" + read(output) + errors();
            close();
            throw new AssertionError(failure);
        }
        return listening.get();
    }

    private Optional<URI> line(Pattern pattern) {
        Matcher line = pattern.matcher(read(output));
        return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
