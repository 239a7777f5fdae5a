package agentsettings.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is shown of a copy's progress. */
final class ProgressBarTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void elsewhereThanOnATerminalTheEndIsALine() {
        ProgressBar bar = new ProgressBar(new PrintWriter(shown), false);
        bar.begin("copying", 2000);
        bar.done(1000);
        assertThat(shown.toString()).isEmpty();
        bar.done(1000);
        assertThat(shown.toString()).matches("copying  \\[#{30}] 2,000 of 2,000 rows, [0-9,]+ a second, 0 s left\\R");
    }

    @Test
    void onATerminalTheLineIsRedrawnAndEndedOnce() {
        ProgressBar bar = new ProgressBar(new PrintWriter(shown), true);
        bar.begin("checking", 2);
        bar.done(2);
        bar.done(0);
        assertThat(shown.toString()).startsWith("\rchecking [").endsWith("\u001b[K" + System.lineSeparator());
        assertThat(shown.toString().lines().filter(line -> line.contains("2 of 2")))
                .hasSize(1);
    }

    @Test
    void nothingToCopyShowsNothing() {
        ProgressBar bar = new ProgressBar(new PrintWriter(shown), true);
        bar.begin("copying", 0);
        bar.done(0);
        assertThat(shown.toString()).isEmpty();
    }
}
