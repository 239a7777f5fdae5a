package agentsettings.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real command line in a JVM of its own, on the class path of the tests and without the settings of this environment; {@code
 * -Dhttp.transport} goes to it. Its locale has digits of its own, because nothing may depend on the locale of the process.
 */
public final class ChildJvm {
    private static final long COMMAND_SECONDS_MAX = 60;

    private ChildJvm() {}

    public static ProcessBuilder command(List<String> arguments) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-XX:TieredStopAtLevel=1", // starts in half the time; children don't live long
                "agentsettings.cli.Main");
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(java, arguments.stream()).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("AGENTSETTINGS_"));
        String transport = System.getProperty("http.transport");
        if (transport != null) {
            builder.environment().put("AGENTSETTINGS_HTTP_TRANSPORT", transport);
        }
        return builder;
    }

    /** Runs a command to its end and returns what it printed; a command that fails or hangs fails the test. */
    public static String run(String... arguments) throws IOException, InterruptedException {
        File output = Files.createTempFile("command", ".out").toFile();
        try {
            Process process = command(List.of(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            boolean ended = process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = Files.readString(output.toPath());
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", arguments) + " failed:\n" + printed);
            }
            return printed;
        } finally {
            Files.delete(output.toPath());
        }
    }
}
