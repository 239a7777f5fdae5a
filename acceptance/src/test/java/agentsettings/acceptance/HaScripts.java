package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The scripts that set up a PostgreSQL cluster and kill its primary.
 *
 * @param folder {@code deploy/ha}
 */
public record HaScripts(String folder) {

    private static final long SECONDS_MAX = 90;

    /** Those in the folder that {@code -Dfailover.scripts} names. */
    public static HaScripts ofProperty() {
        return new HaScripts(System.getProperty("failover.scripts"));
    }

    /** Runs a script to its end and returns what it printed; one that fails or hangs fails the test. */
    public String run(String name, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder + "/" + name));
        command.addAll(options);
        Path printed = Files.createTempFile(name, ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as(name + " ends in time").isTrue();
            String text = Files.readString(printed);
            assertThat(process.exitValue()).as(name + ": " + text).isZero();
            return text.strip();
        } finally {
            Files.delete(printed);
        }
    }
}
