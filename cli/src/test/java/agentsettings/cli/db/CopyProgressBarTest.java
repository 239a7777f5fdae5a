package agentsettings.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The progress of a copy is redrawn on a terminal, and printed in lines elsewhere. */
final class CopyProgressBarTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void elsewhereThanOnATerminalItIsPlainLines() {
        try (CopyProgressBar bar = bar(false)) {
            bar.begin("copying", 2000);
            bar.done(1000);
            bar.done(1000);
            bar.begin("checking", 10);
            bar.done(10);
        }
        assertThat(shown.toString()).matches("[\\x20-\\x7E\\r\\n]+").endsWith(System.lineSeparator());
        assertThat(shown.toString().lines())
                .anyMatch(line -> line.matches("copying 100% \\[=+] 2000/2000 rows \\(0:00:\\d\\d / .*\\) .* rows/s"))
                .anyMatch(line -> line.startsWith("checking 100% ["))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void onATerminalItIsRedrawnInPlaceAndEndedOnce() {
        try (CopyProgressBar bar = bar(true)) {
            bar.begin("copying", 2);
            bar.done(2);
        }
        assertThat(shown.toString())
                .startsWith("\rcopying ")
                .contains("2/2 rows")
                .endsWith(System.lineSeparator());
        assertThat(shown.toString().chars().filter(c -> c == '\n')).hasSize(1);
    }

    @Test
    void nothingToCopyShowsNothing() {
        try (CopyProgressBar bar = bar(true)) {
            bar.begin("copying", 0);
            bar.done(0);
        }
        assertThat(shown.toString()).isEmpty();
    }

    private CopyProgressBar bar(boolean terminal) {
        return new CopyProgressBar(new PrintWriter(shown), terminal);
    }
}
