package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Executes the jobs of the database, one at a time, on a thread of its own until it is closed. On each node there is one; a job that one
 * of them has left is taken by another, or by the same one after a new start.
 */
public final class JobWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JobWorker.class.getName());

    /** Other nodes' jobs, and those that a dead node has left, are found this much later. */
    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    /** For how long a job is kept that is over. */
    public static final Duration KEEP = Duration.ofDays(30);

    /** A client has this long to send an input. */
    private static final Duration RECEIVE_MAX = Duration.ofDays(1);

    private final JobReader reader;
    private final Jobs jobs;
    private final Store store;
    private final InstantSource clock;
    private final Semaphore newJobs = new Semaphore(0);
    private final StepFailures failures = new StepFailures();
    private final Thread thread;
    private volatile boolean stopping;
    private boolean failing;
    private Instant removedAt = Instant.EPOCH;

    private JobWorker(JobReader reader, Store store, InstantSource clock) {
        this.reader = reader;
        this.jobs = reader.jobs();
        this.store = store;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("jobs").start(this::run);
    }

    /** Begins to work. Does not own what it uses. */
    public static JobWorker start(JobReader reader, Store store, InstantSource clock) {
        return new JobWorker(reader, store, clock);
    }

    /** To be called when there is a new job. */
    void wake() {
        newJobs.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!work()) {
                    var _ = newJobs.tryAcquire(LOOK_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                }
                newJobs.drainPermits();
            } catch (InterruptedException e) {
                throw new IllegalStateException("the worker of jobs must not be interrupted", e);
            }
        }
    }

    /** Executes a job, if there is one; logs the first failure and the recovery. Returns whether to look for another at once. */
    private boolean work() {
        try {
            boolean worked = executeNext();
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "Jobs are executed again");
            }
            failing = false;
            return worked;
        } catch (Throwable failure) { // an Error must not end the thread
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Can't execute a job; it will be tried again", failure);
            }
            failing = true;
            return false;
        }
    }

    private boolean executeNext() {
        Instant now = clock.instant();
        Instant until = now.plus(JobClaim.LENGTH);
        Optional<Job> job = jobs.claim(now, until);
        job.ifPresent(claimed -> execute(claimed, new JobClaim(jobs, claimed.key(), until, clock, () -> stopping)));
        if (job.isEmpty()) {
            removeOld(now);
        }
        return job.isPresent();
    }

    private void removeOld(Instant now) {
        if (removedAt.plus(Duration.ofHours(1)).isBefore(now)) {
            removedAt = now;
            jobs.removeOld(now.minus(KEEP), now.minus(RECEIVE_MAX));
        }
    }

    private void execute(Job job, JobClaim claim) {
        try {
            boolean ready = job.progress().state() != State.WAITING
                    || new UserCollector(jobs, reader.records(), claim).collect(job);
            if (ready) {
                new JobExecution(reader, store, clock, job.key(), claim).run();
            }
            failures.end(job);
            if (isOver(job) && job.kind() != Job.Kind.CHANGE_SETTINGS) {
                jobs.removeInput(job.key());
            }
        } catch (StoreUnavailable | StoreOverloaded | OutcomeUnknown failure) {
            if (failures.tooManyAt(jobs.find(job.key()))) {
                fail(job, failure);
            }
            throw failure;
        } catch (RuntimeException | Error failure) {
            if (!isOver(job)) { // otherwise it was cancelled, and its input was removed while it was read
                fail(job, failure);
            }
        } finally {
            jobs.release(job.key());
        }
    }

    private boolean isOver(Job job) {
        return jobs.find(job.key()).map(now -> now.progress().state().isOver()).orElse(true);
    }

    /** A job that can't go on is not begun again. */
    private void fail(Job job, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "Job " + job.key().id() + " has failed", cause);
        jobs.find(job.key()).map(Job::progress).ifPresent(progress -> {
            String failure = "The service failed; its log has the cause. What was applied stays.";
            jobs.move(job.key(), progress, progress.in(State.FAILED), failure, clock.instant());
        });
    }

    /** Ends after the step that is being applied; the job goes on with the next start, or on another node. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
