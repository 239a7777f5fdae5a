package agentsettings.cli.db;

import agentsettings.storage.copy.CopyProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a copy is: on a terminal in one line, redrawn in place, elsewhere in a line every few seconds. Used by one thread. */
final class ProgressBar implements CopyProgress {

    private static final int WIDTH = 30;
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final boolean terminal;
    private String what = "";
    private long total;
    private long rows;
    private long begun;
    private long shown;

    ProgressBar(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void begin(String what, long total) {
        this.what = what;
        this.total = total;
        rows = 0;
        begun = System.nanoTime();
        shown = begun;
    }

    @Override
    public void done(long more) {
        rows += more;
        long now = System.nanoTime();
        boolean due = now - shown >= (terminal ? REDRAW : NEXT_LINE).toNanos();
        if (due || (more > 0 && rows == total)) {
            shown = now;
            show(now - begun);
        }
    }

    private void show(long nanos) {
        double perSecond = rows * 1e9 / Math.max(nanos, 1);
        int filled = (int) (WIDTH * rows / Math.max(total, 1));
        String line = String.format(
                Locale.ROOT,
                "%-8s [%s%s] %,d of %,d rows, %,.0f a second, %.0f s left",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                rows,
                total,
                perSecond,
                (total - rows) / Math.max(perSecond, 1));
        if (terminal) {
            err.print("\r" + line + "\u001b[K" + (rows == total ? System.lineSeparator() : ""));
        } else {
            err.println(line);
        }
        err.flush();
    }
}
