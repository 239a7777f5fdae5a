package agentsettings.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The progress of long work is redrawn on a terminal, and printed in lines elsewhere. */
final class WorkProgressBarTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void elsewhereThanOnATerminalItIsPlainLines() {
        try (WorkProgressBar bar = bar(false)) {
            bar.begin("copying", ProgressUnit.ROWS, 2000);
            bar.advance(1000);
            bar.advance(1000);
            bar.begin("checking", ProgressUnit.ROWS, 10);
            bar.advance(10);
        }
        assertThat(shown.toString()).matches("[\\x20-\\x7E\\r\\n]+").endsWith(System.lineSeparator());
        assertThat(shown.toString().lines())
                .anyMatch(line -> line.matches("copying 100% \\[=+] 2000/2000 rows \\(0:00:\\d\\d / .*\\) .* rows/s"))
                .anyMatch(line -> line.startsWith("checking 100% ["))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void onATerminalItIsRedrawnInPlaceAndEndedOnce() {
        try (WorkProgressBar bar = bar(true)) {
            bar.begin("copying", ProgressUnit.ROWS, 2);
            bar.advance(2);
        }
        assertThat(shown.toString())
                .startsWith("\rcopying ")
                .contains("2/2 rows")
                .endsWith(System.lineSeparator());
        assertThat(shown.toString().chars().filter(c -> c == '\n')).hasSize(1);
    }

    @Test
    void bytesAreCountedInMebibytes() {
        try (WorkProgressBar bar = bar(false)) {
            bar.begin("sending", ProgressUnit.MEBIBYTES, 3 * 1024 * 1024);
            bar.moveTo(3 * 1024 * 1024);
        }
        assertThat(shown.toString()).contains("sending 100% [", " 3/3 MiB (", " MiB/s");
    }

    @Test
    void nothingToDoShowsNothing() {
        try (WorkProgressBar bar = bar(true)) {
            bar.begin("copying", ProgressUnit.ROWS, 0);
            bar.advance(0);
        }
        assertThat(shown.toString()).isEmpty();
    }

    private WorkProgressBar bar(boolean terminal) {
        return new WorkProgressBar(new PrintWriter(shown), terminal);
    }
}
