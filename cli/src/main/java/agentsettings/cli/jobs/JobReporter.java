package agentsettings.cli.jobs;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.progress.InterruptNotice;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.ImportRequest;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;

/**
 * Begins a job, waits until it is over, shows meanwhile how far it is on standard error, and reports what has become of it. The job goes on
 * by itself if the command is ended. Used by one thread.
 */
public final class JobReporter {

    private static final int LOOK_MILLIS = 300;
    private static final int FAULTS_SHOWN = 20;

    private final JobCollection collection;
    private final ManagementClient client;
    private final String tenantId;
    private final OutputOption output;
    private final PrintWriter err;

    public JobReporter(JobCollection collection, ManagementClient client, String tenantId, OutputOption output) {
        this.collection = collection;
        this.client = client;
        this.tenantId = tenantId;
        this.output = output;
        this.err = output.err();
    }

    /** Makes the request that begins a job. If the command is ended meanwhile, says how to find out whether it has begun. */
    public JobRecord begin(Supplier<JobRecord> request) {
        String doubt = "The " + collection.noun() + " may have begun nevertheless. Look with "
                + collection.listCommand(tenantId) + ".";
        try (InterruptNotice _ = InterruptNotice.on(err, doubt)) {
            return request.get();
        }
    }

    /** Says that the job goes on, and how to look at it. */
    public int reportStart(JobRecord job) {
        if (output.format() == OutputFormat.TABLE) {
            output.line(hint(job.id()));
        } else {
            collection.show(job, output);
        }
        return ExitCode.OK;
    }

    private String hint(String jobId) {
        return collection.subject(jobId) + " goes on. See how far it is with "
                + collection.command("show", tenantId, jobId) + ", cancel it with "
                + collection.command("cancel", tenantId, jobId) + ".";
    }

    /**
     * Waits until the job is over and prints what has become of it: for people sentences and the first faults, for programs the job.
     *
     * @param then what is done afterwards, unless the command is ended before
     * @return the exit code: 0 if every row was applied
     * @throws CommandFailure if the job is not kept until then
     */
    public int reportEnd(JobRecord started, Consumer<JobRecord> then) {
        JobRecord job = await(started);
        if (!job.isOver()) {
            return ExitCode.SOFTWARE; // the program is being ended, and says where the job is
        }
        report(job);
        then.accept(job);
        boolean isComplete =
                job.progress().state() == State.DONE && job.progress().rowsFaulty() == 0;
        return isComplete ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Returns the job when it is over, or when the program is being ended. */
    private JobRecord await(JobRecord started) {
        JobRecord job = started;
        try (InterruptNotice notice = InterruptNotice.on(err, hint(started.id()));
                WorkProgressBar bar = WorkProgressBar.on(err)) {
            JobBar jobBar = new JobBar(bar);
            jobBar.show(job);
            while (!job.isOver() && !notice.await(LOOK_MILLIS)) {
                job = collection
                        .of(client)
                        .get(tenantId, started.id())
                        .orElseThrow(
                                () -> new CommandFailure(collection.subject(started.id()) + " is no longer kept."));
                jobBar.show(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(hint(started.id()));
        }
        return job;
    }

    private void report(JobRecord job) {
        long warned = job.progress().rowsWarned();
        if (warned > 0) {
            err.println(
                    "agentsettings: warning: applied " + collection.counted().toLowerCase(Locale.ROOT)
                            + " with numbers that are not allotted to the tenant space: " + number(warned) + ".");
        }
        long faulty = job.progress().rowsFaulty();
        String listing = "List all with " + collection.command("faults", tenantId, job.id()) + ".";
        if (output.format() != OutputFormat.TABLE) {
            collection.show(job, output);
            if (faulty > 0) {
                err.println(
                        "agentsettings: " + number(faulty) + (faulty == 1 ? " is" : " are") + " faulty. " + listing);
            }
            return;
        }
        output.line(sentence(job));
        if (faulty > 0) {
            output.list(
                    collection.faultColumns(),
                    collection.of(client).faults(tenantId, job.id()).limit(FAULTS_SHOWN));
        }
        if (faulty > FAULTS_SHOWN) {
            output.line(listing);
        }
    }

    private String sentence(JobRecord job) {
        JobProgress progress = job.progress();
        String end = switch (progress.state()) {
            case DONE -> job.options().isDryRun() ? " was a dry run: nothing was applied." : " is done.";
            case FAILED -> " failed. " + job.failure().orElse("");
            case CANCELLED -> " was cancelled. What was applied stays.";
            case RECEIVING, WAITING, CHECKING, APPLYING -> " goes on.";
        };
        return collection.subject(job.id()) + end + " " + collection.counted() + ": " + number(progress.rowsRead())
                + (wasOnlyChecked(job) ? ", valid: " : ", applied: ") + number(progress.rowsApplied()) + ", unchanged: "
                + number(progress.rowsUnchanged()) + ", faulty: " + number(progress.rowsFaulty()) + ".";
    }

    /** Whether none of the rows was applied, because that was not wanted or because of the faults of others. */
    public static boolean wasOnlyChecked(JobRecord job) {
        boolean wasStopped = job.progress().state() == State.FAILED
                && job.options().faults().equals(Optional.of(ImportRequest.Faults.STOP));
        return job.options().isDryRun() || wasStopped;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
