package agentsettings.cli.jobs;

import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a job is. The number of all its rows is estimated by the bytes that were read, and stays until it is clearly wrong, so that
 * it does not change all the time. Used by one thread.
 */
final class JobBar {

    private static final double TOLERANCE = 0.1;

    private final WorkProgressBar bar;
    private State shown;
    private long rows;

    JobBar(WorkProgressBar bar) {
        this.bar = bar;
    }

    void show(JobRecord job) {
        JobProgress progress = job.progress();
        if (progress.rowsRead() == 0 || job.bytes() == 0) {
            return;
        }
        State state = progress.state();
        estimate(job, state != shown);
        if (!job.isOver() && state != shown) {
            shown = state;
            bar.resume(
                    state.name().toLowerCase(Locale.ROOT), ProgressUnit.ROWS, rows, progress.rowsRead(), elapsed(job));
        }
        bar.moveTo(progress.rowsRead(), rows);
    }

    private void estimate(JobRecord job, boolean isFirst) {
        long read = job.progress().rowsRead();
        long bytesRead = job.progress().bytesRead();
        if (job.isOver() || bytesRead == 0) {
            rows = read;
            return;
        }
        long estimate = Math.max(read, Math.round((double) read * job.bytes() / bytesRead));
        if (isFirst || rows < read || Math.abs(estimate - rows) > TOLERANCE * rows) {
            rows = estimate;
        }
    }

    private static Duration elapsed(JobRecord job) {
        long rate = job.rowsPerSecond().orElse(0L);
        return rate == 0 ? Duration.ZERO : Duration.ofSeconds(job.progress().rowsRead() / rate);
    }
}
