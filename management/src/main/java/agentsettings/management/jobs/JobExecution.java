package agentsettings.management.jobs;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.management.jobs.rows.JobOptions;
import agentsettings.management.jobs.rows.JobRows;
import agentsettings.management.jobs.rows.JobRows.UnreadableInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Executes one job from where it is: in steps, each of which is durable with the progress that it makes. May be given up at any moment,
 * also by a crash, and begun again. Used by one thread.
 */
final class JobExecution {

    /** For how long the job is claimed each time. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration WAIT_IF_OVERLOADED = Duration.ofMillis(50);

    private final JobReader reader;
    private final Jobs jobs;
    private final Store store;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final StepSize size = new StepSize();
    private final JobKey key;
    private Instant claimedUntil;

    /**
     * An execution of a job that was claimed just now.
     *
     * @param stopping whether to give the job up
     */
    JobExecution(JobReader reader, Store store, InstantSource clock, BooleanSupplier stopping, JobKey key) {
        this.reader = reader;
        this.jobs = reader.jobs();
        this.store = store;
        this.clock = clock;
        this.stopping = stopping;
        this.key = key;
        this.claimedUntil = clock.instant().plus(CLAIM);
    }

    /** Executes the job, whose input is complete, until it is over, or somebody else has taken it, or it is given up. */
    void run() {
        Optional<Job> job = jobs.find(key);
        while (job.isPresent() && !job.get().progress().state().isOver() && isMine() && !stopping.getAsBoolean()) {
            run(job.get());
            job = jobs.find(key);
        }
    }

    private void run(Job job) {
        JobOptions options = JobOptions.parse(job.options());
        JobProgress progress = job.progress();
        try {
            switch (progress.state()) {
                case WAITING ->
                    move(progress, JobProgress.begin(options.checksFirst() ? State.CHECKING : State.APPLYING), null);
                case CHECKING -> readAll(job).ifPresent(end -> endCheck(end, options));
                case APPLYING -> readAll(job).ifPresent(end -> move(end, end.in(State.DONE), null));
                default -> throw new IllegalStateException("no state of a job that is executed: " + progress.state());
            }
        } catch (UnreadableInputException e) {
            JobProgress stored = jobs.find(key).map(Job::progress).orElse(progress);
            move(stored, stored.in(State.FAILED), e.getMessage());
        }
    }

    private void move(JobProgress from, JobProgress to, String failure) {
        if (!from.state().isOver()) {
            jobs.move(key, from, to, failure, clock.instant());
        }
    }

    private void endCheck(JobProgress end, JobOptions options) {
        if (options.isDryRun()) {
            move(end, end.in(State.DONE), null);
        } else if (end.rowsFaulty() > 0) {
            String rows = end.rowsFaulty() == 1 ? "1 row is faulty" : end.rowsFaulty() + " rows are faulty";
            move(end, end.in(State.FAILED), rows + "; nothing was applied.");
        } else {
            move(end, JobProgress.begin(State.APPLYING), null);
        }
    }

    /** Reads the rest of the rows; the progress at their end, or empty if the job is no longer where it was thought to be. */
    private Optional<JobProgress> readAll(Job job) {
        JobProgress progress = job.progress();
        Caller caller = reader.caller(job);
        try (JobRows rows = reader.open(job)) {
            for (long i = 0; i < progress.rowsRead(); i++) {
                rows.skip();
            }
            List<JobStep.Row> step = read(rows);
            while (!step.isEmpty()) {
                if (stopping.getAsBoolean() || !isMine()) {
                    return Optional.empty();
                }
                Optional<JobStep.Outcome> outcome = write(new JobStep(caller, key, progress, step, rows.bytesRead()));
                if (!(outcome.orElse(null) instanceof JobStep.Advanced(JobProgress after))) {
                    return Optional.empty();
                }
                progress = after;
                step = read(rows);
            }
        }
        return Optional.of(progress);
    }

    private List<JobStep.Row> read(JobRows rows) {
        List<JobStep.Row> step = new ArrayList<>(size.rows());
        for (int i = 0; i < size.rows(); i++) {
            Optional<JobStep.Row> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            step.add(row.get());
        }
        return step;
    }

    /** A full queue is no failure of the job: others are served first. */
    private Optional<JobStep.Outcome> write(JobStep step) {
        while (!stopping.getAsBoolean()) {
            try {
                long begun = System.nanoTime();
                JobStep.Outcome outcome =
                        store.write(step).toCompletableFuture().join();
                size.took(System.nanoTime() - begun);
                return Optional.of(outcome);
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof StoreOverloaded)) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : e;
                }
                LockSupport.parkNanos(WAIT_IF_OVERLOADED.toNanos());
            }
        }
        return Optional.empty();
    }

    /** Claims the job again when much of the claim is over. */
    private boolean isMine() {
        Instant now = clock.instant();
        if (now.isBefore(claimedUntil.minus(CLAIM.dividedBy(2)))) {
            return true;
        }
        claimedUntil = now.plus(CLAIM);
        return jobs.keep(key, now, claimedUntil);
    }
}
