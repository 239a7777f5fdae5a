package agentsettings.cli.jobs;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.ImportRequest;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;

/**
 * Waits until a job is over, shows meanwhile how far it is on standard error, and reports what has become of it. The job goes on by itself
 * if the command is ended. Used by one thread.
 */
public final class JobReporter {

    private static final int LOOK_MILLIS = 300;
    private static final int FAULTS_SHOWN = 20;

    private final JobCollection collection;
    private final ManagementClient client;
    private final String tenantId;
    private final OutputOption output;
    private final PrintWriter err;
    private State shown;

    public JobReporter(JobCollection collection, ManagementClient client, String tenantId, OutputOption output) {
        this.collection = collection;
        this.client = client;
        this.tenantId = tenantId;
        this.output = output;
        this.err = output.err();
    }

    /** Says that the job goes on, and how to look at it. */
    public int reportStart(JobRecord job) {
        if (output.format() == OutputFormat.TABLE) {
            output.line(hint(job.id()));
        } else {
            output.show(JobColumns.JOB, job);
        }
        return ExitCode.OK;
    }

    private String hint(String jobId) {
        return collection.subject(jobId) + " goes on. See how far it is with "
                + collection.command("show", tenantId, jobId) + ", cancel it with "
                + collection.command("cancel", tenantId, jobId) + ".";
    }

    /**
     * Returns the job when it is over, or when the program is ended.
     *
     * @throws CommandFailure if it is not kept until then
     */
    private JobRecord await(JobRecord started) {
        CountDownLatch isEnded = new CountDownLatch(1);
        Thread atEnd = Thread.ofPlatform().unstarted(() -> {
            isEnded.countDown();
            sayWhereItIs(started.id());
        });
        Runtime.getRuntime().addShutdownHook(atEnd);
        JobRecord job = started;
        try (WorkProgressBar bar = WorkProgressBar.on(err)) {
            show(job, bar);
            while (!job.isOver() && !isEnded.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                job = collection
                        .of(client)
                        .get(tenantId, started.id())
                        .orElseThrow(
                                () -> new CommandFailure(collection.subject(started.id()) + " is no longer kept."));
                show(job, bar);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(hint(started.id()));
        } finally {
            removeHook(atEnd);
        }
        return job;
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is being ended, and the hook runs
        }
    }

    private void sayWhereItIs(String jobId) {
        err.println();
        err.println("agentsettings: " + hint(jobId));
        err.flush();
    }

    /** The number of all rows is estimated by the bytes that were read. */
    private void show(JobRecord job, WorkProgressBar bar) {
        JobProgress progress = job.progress();
        if (progress.rowsRead() == 0 || job.bytes() == 0) {
            return;
        }
        double part = job.isOver() ? 1 : Math.min(1, (double) progress.bytesRead() / job.bytes());
        long rows = part > 0 ? Math.round(progress.rowsRead() / part) : progress.rowsRead();
        if (!job.isOver() && shown != progress.state()) {
            shown = progress.state();
            bar.begin(shown.name().toLowerCase(Locale.ROOT), ProgressUnit.ROWS, rows);
        }
        bar.moveTo(progress.rowsRead(), rows);
    }

    /**
     * Waits until the job is over and prints what has become of it: for people sentences and the first faults, for programs the job.
     *
     * @return the exit code: 0 if every row was applied
     */
    public int reportEnd(JobRecord started) {
        JobRecord job = await(started);
        if (!job.isOver()) {
            return ExitCode.SOFTWARE; // the program is being ended, and has said where the job is
        }
        JobProgress progress = job.progress();
        if (output.format() != OutputFormat.TABLE) {
            output.show(JobColumns.JOB, job);
        } else {
            output.line(sentence(job));
            if (progress.rowsFaulty() > 0) {
                printFaults(job);
            }
        }
        return exitCode(job);
    }

    private static int exitCode(JobRecord job) {
        boolean isComplete =
                job.progress().state() == State.DONE && job.progress().rowsFaulty() == 0;
        return isComplete ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String sentence(JobRecord job) {
        JobProgress progress = job.progress();
        String end = switch (progress.state()) {
            case DONE -> job.options().isDryRun() ? " was a dry run: nothing was applied." : " is done.";
            case FAILED -> " failed. " + job.failure().orElse("");
            case CANCELLED -> " was cancelled. What was applied stays.";
            case RECEIVING, WAITING, CHECKING, APPLYING -> " goes on.";
        };
        return collection.subject(job.id()) + end + " Rows: " + number(progress.rowsRead())
                + (wasOnlyChecked(job) ? ", valid: " : ", applied: ") + number(progress.rowsApplied()) + ", unchanged: "
                + number(progress.rowsUnchanged()) + ", faulty: " + number(progress.rowsFaulty()) + ".";
    }

    private static boolean wasOnlyChecked(JobRecord job) {
        boolean wasStopped = job.progress().state() == State.FAILED
                && job.options().faults().equals(Optional.of(ImportRequest.Faults.STOP));
        return job.options().isDryRun() || wasStopped;
    }

    private void printFaults(JobRecord job) {
        output.list(
                JobColumns.FAULT,
                collection.of(client).faults(tenantId, job.id()).limit(FAULTS_SHOWN));
        if (job.progress().rowsFaulty() > FAULTS_SHOWN) {
            output.line("List all with " + collection.command("faults", tenantId, job.id()) + ".");
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
