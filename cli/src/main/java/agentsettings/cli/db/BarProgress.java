package agentsettings.cli.db;

import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.storage.progress.WorkProgress;

/** Shows work on a database on a progress bar. Used by one thread. */
record BarProgress(WorkProgressBar bar) implements WorkProgress {

    @Override
    public void begin(String phase, long rows) {
        bar.begin(phase, ProgressUnit.ROWS, rows == UNKNOWN ? WorkProgressBar.UNKNOWN : rows);
    }

    @Override
    public void done(long rows) {
        bar.advance(rows);
    }
}
