package agentsettings.cli.db;

import agentsettings.storage.copy.CopyProgress;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows the progress of a copy: on a terminal as a bar redrawn in place, elsewhere as a line every few seconds. Used by one thread. */
final class CopyProgressBar implements CopyProgress, AutoCloseable {

    private static final int REDRAW_MILLIS = 200;
    private static final int NEXT_LINE_MILLIS = 5000;
    private static final int LINE_LENGTH = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private ProgressBar bar;
    private volatile String shown = "";

    CopyProgressBar(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void begin(String what, long rows) {
        close();
        if (rows > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(rows)
                    .setUnit(" rows", 1)
                    .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(terminal ? REDRAW_MILLIS : NEXT_LINE_MILLIS)
                    .setConsumer(
                            terminal
                                    ? new DelegatingProgressBarConsumer(this::redraw)
                                    : new DelegatingProgressBarConsumer(this::printLine, LINE_LENGTH))
                    .build();
        }
    }

    @Override
    public void done(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    /** Shows the last state. */
    @Override
    public void close() {
        if (bar != null) {
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

    /** The bar shows its last state twice. */
    private void printLine(String text) {
        if (!text.equals(shown)) {
            shown = text;
            err.println(text);
            err.flush();
        }
    }
}
