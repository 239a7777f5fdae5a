package agentsettings.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The progress of long work is redrawn on a terminal, and printed in lines elsewhere. */
final class WorkProgressBarTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void elsewhereThanOnATerminalItIsPlainLines() {
        try (WorkProgressBar bar = bar(false)) {
            bar.begin("copying", ProgressUnit.ROWS, Integer.MAX_VALUE);
            advanceUntilShown("copying", bar);
            bar.moveTo(Integer.MAX_VALUE);
            bar.begin("checking", ProgressUnit.ROWS, Integer.MAX_VALUE);
            advanceUntilShown("checking", bar);
        }
        assertThat(shown.toString()).matches("[\\x20-\\x7E\\r\\n]+").endsWith(System.lineSeparator());
        assertThat(shown.toString().lines())
                .anyMatch(line ->
                        line.matches("copying 100% \\[=+] 2147483647/2147483647 rows \\(0:00:\\d\\d / .*\\) .* rows/s"))
                .anyMatch(line -> line.startsWith("checking   0% ["))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void workThatIsSoonDoneFillsNoLog() {
        try (WorkProgressBar bar = new WorkProgressBar(new PrintWriter(shown), false, Integer.MAX_VALUE)) {
            bar.begin("copying", ProgressUnit.ROWS, 2000);
            bar.advance(2000);
        }
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void workThatHasBegunBeforeIsShownFromThere() {
        try (WorkProgressBar bar = bar(true)) {
            bar.resume("applying", ProgressUnit.ROWS, 2000, 1500, Duration.ofMinutes(3));
        }
        assertThat(shown.toString()).startsWith("\rapplying  75% [").contains(" 1500/2000 rows (0:03:0");
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
        try (WorkProgressBar bar = bar(true)) {
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

    /** Only progress is shown. */
    private void advanceUntilShown(String begin, WorkProgressBar bar) {
        while (shown.toString().lines().noneMatch(line -> line.startsWith(begin))) {
            bar.advance(1);
        }
    }

    private WorkProgressBar bar(boolean terminal) {
        return new WorkProgressBar(new PrintWriter(shown), terminal, 20);
    }
}
