package agentsettings.cli.progress;

import java.io.Console;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far long work is, its rate and the time left: on a terminal as a bar redrawn in place, elsewhere as a line every few seconds, and
 * nothing of work that ends before the first of them. Used by one thread.
 */
public final class WorkProgressBar implements AutoCloseable {

    /** The length of work that is not known. */
    public static final long UNKNOWN = -1;

    private static final int REDRAW_MILLIS = 200;
    private static final int NEXT_LINE_MILLIS = 5000;
    private static final int LINE_LENGTH = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private final int lineMillis;
    private ProgressBar bar;
    private volatile boolean isBegun;
    private volatile boolean isEnding;
    private volatile String shown = "";

    /**
     * Creates a bar that is not shown yet.
     *
     * @param lineMillis how long after one line the next is due, if it is no terminal
     */
    WorkProgressBar(PrintWriter err, boolean terminal, int lineMillis) {
        this.err = err;
        this.terminal = terminal;
        this.lineMillis = lineMillis;
    }

    /** Returns a bar that is not shown yet. */
    public static WorkProgressBar on(PrintWriter err) {
        return new WorkProgressBar(err, isTerminal(), NEXT_LINE_MILLIS);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on JDK 25, never null on JDK 22 to 24
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Begins another part of the work, if it has anything. */
    public void begin(String what, ProgressUnit unit, long max) {
        resume(what, unit, max, 0, Duration.ZERO);
    }

    /**
     * Begins to show a part of the work that has begun before. Its rate is that from now on.
     *
     * @param done so much of it is done
     * @param elapsed how long that took
     */
    public void resume(String what, ProgressUnit unit, long max, long done, Duration elapsed) {
        close();
        isBegun = false;
        isEnding = false;
        shown = "";
        if (max > 0 || max == UNKNOWN) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(max)
                    .startsFrom(done, elapsed)
                    .setUnit(unit.text(), unit.size())
                    .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(terminal ? REDRAW_MILLIS : lineMillis)
                    .setConsumer(
                            terminal
                                    ? new DelegatingProgressBarConsumer(this::redraw, TerminalWidth.columns() - 1)
                                    : new DelegatingProgressBarConsumer(this::printLine, LINE_LENGTH))
                    .build();
        }
    }

    /** More of this part is done. */
    public void advance(long more) {
        if (bar != null) {
            bar.stepBy(more);
        }
    }

    /** So much of this part is done. */
    public void moveTo(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    /** So much of this part is done, and it is thought to be so long. */
    public void moveTo(long done, long max) {
        if (bar != null) {
            bar.maxHint(Math.max(done, max));
            bar.stepTo(done);
        }
    }

    /** Shows the last state. */
    @Override
    public void close() {
        if (bar != null) {
            isEnding = true;
            bar.close();
            bar = null;
            if (terminal) {
                err.println();
                err.flush();
            }
        }
    }

    private void redraw(String text) {
        err.print('\r' + text);
        err.flush();
    }

    /** The first state is left out, and the last, if it is the only other one. The bar shows its last state twice. */
    private void printLine(String text) {
        boolean isShown = isEnding ? !shown.isEmpty() && !text.equals(shown) : isBegun;
        isBegun = true;
        if (isShown) {
            shown = text;
            err.println(text);
            err.flush();
        }
    }
}
