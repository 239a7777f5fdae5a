package agentsettings.management.jobs;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.Store;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.jobs.input.JobRows;
import agentsettings.management.jobs.input.JobRows.UnreadableInputException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Executes one job from where it is: in steps, each of which is durable with the progress that it makes. May be given up at any moment,
 * also by a crash, and begun again. Used by one thread.
 */
final class JobExecution {

    private static final System.Logger LOG = System.getLogger(JobExecution.class.getName());
    private static final int SKIPPED_BETWEEN_CLAIMS = 10_000;

    private final JobReader reader;
    private final Jobs jobs;
    private final InstantSource clock;
    private final JobKey key;
    private final JobClaim claim;
    private final StepWriter writer;
    private UnreadableInputException end;

    JobExecution(JobReader reader, Store store, InstantSource clock, JobKey key, JobClaim claim) {
        this.reader = reader;
        this.jobs = reader.jobs();
        this.clock = clock;
        this.key = key;
        this.claim = claim;
        this.writer = new StepWriter(store, claim);
    }

    /** Executes the job, whose input is complete, until it is over, or somebody else has taken it, or it is given up. */
    void run() {
        Optional<Job> job = jobs.find(key);
        while (job.isPresent() && !job.get().progress().state().isOver() && claim.holds()) {
            run(job.get());
            job = jobs.find(key);
        }
    }

    private void run(Job job) {
        JobOptions options = JobOptions.parse(job.options());
        JobProgress progress = job.progress();
        end = null;
        try {
            switch (progress.state()) {
                case WAITING ->
                    move(progress, JobProgress.begin(options.checksFirst() ? State.CHECKING : State.APPLYING), null);
                case CHECKING -> readAll(job).ifPresent(read -> endCheck(read, options));
                case APPLYING -> readAll(job).ifPresent(read -> move(read, read.in(State.DONE), null));
                default -> throw new IllegalStateException("no state of a job that is executed: " + progress.state());
            }
        } catch (UnreadableInputException e) {
            JobProgress stored = jobs.find(key).map(Job::progress).orElse(progress);
            if (!stored.state().isOver()) {
                jobs.fail(key, stored, e.getMessage(), e.faults(), clock.instant());
            }
        }
    }

    private void move(JobProgress from, JobProgress to, String failure) {
        if (!from.state().isOver()) {
            jobs.move(key, from, to, failure, clock.instant());
        }
    }

    private void endCheck(JobProgress read, JobOptions options) {
        if (options.isDryRun()) {
            move(read, read.in(State.DONE), null);
        } else if (read.rowsFaulty() > 0) {
            String rows = read.rowsFaulty() == 1 ? "1 row is faulty" : read.rowsFaulty() + " rows are faulty";
            move(read, read.in(State.FAILED), rows + "; nothing was applied.");
        } else {
            move(read, JobProgress.begin(State.APPLYING), null);
        }
    }

    /** Reads the rest of the rows; the progress at their end, or empty if the job is to be looked at again. */
    private Optional<JobProgress> readAll(Job job) {
        Caller caller = reader.caller(job);
        JobProgress progress = job.progress();
        try (JobRows rows = reader.open(job, caller)) {
            if (!skip(rows, progress.rowsRead())) {
                return Optional.empty();
            }
            for (List<JobStep.Row> step = read(rows); !step.isEmpty(); step = read(rows)) {
                if (!claim.holds() || reader.checksOtherwise(caller)) {
                    return Optional.empty();
                }
                Optional<JobProgress> advanced =
                        writer.write(new JobStep(caller, key, progress, step, rows.bytesRead()));
                if (advanced.isEmpty()) {
                    return Optional.empty();
                }
                progress = advanced.get();
            }
        } finally {
            warn(progress, progress.rowsWarned() - job.progress().rowsWarned());
        }
        return Optional.of(progress);
    }

    private void warn(JobProgress progress, long users) {
        if (users > 0 && progress.state() == State.APPLYING) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Job {0} set numbers that are not allotted to tenant space {1}, for {2}",
                    key.id(),
                    key.tenantId(),
                    users == 1 ? "1 user" : users + " users");
        }
    }

    /** Goes on behind the rows that were read before; false if the job was given up meanwhile. */
    private boolean skip(JobRows rows, long count) {
        for (long i = 1; i <= count; i++) {
            rows.skip();
            if (i % SKIPPED_BETWEEN_CLAIMS == 0 && !claim.holds()) {
                return false;
            }
        }
        return true;
    }

    /** The rows of the next step. Those before a place that can't be read come first, then the failure. */
    private List<JobStep.Row> read(JobRows rows) {
        if (end != null) {
            throw end;
        }
        List<JobStep.Row> step = new ArrayList<>(writer.rows());
        try {
            Optional<JobStep.Row> row = rows.next();
            while (row.isPresent()) {
                step.add(row.get());
                row = step.size() < writer.rows() ? rows.next() : Optional.empty();
            }
        } catch (UnreadableInputException e) {
            if (step.isEmpty()) {
                throw e;
            }
            end = e;
        }
        return step;
    }
}
