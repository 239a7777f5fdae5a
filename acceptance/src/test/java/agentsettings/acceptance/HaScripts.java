package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(name + ": " + printed).isZero();
        return printed.strip();
    }
}
