package agentsettings.management.jobs;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** The right of a worker to work on a job, which it keeps by asking for it often enough. Used by one thread. */
final class JobClaim {

    /** For how long a job is claimed each time. */
    static final Duration LENGTH = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final JobKey job;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private Instant until;

    /**
     * A claim that was made.
     *
     * @param until when it ends
     * @param stopping whether the worker is to give its job up
     */
    JobClaim(Jobs jobs, JobKey job, Instant until, InstantSource clock, BooleanSupplier stopping) {
        this.jobs = jobs;
        this.job = job;
        this.until = until;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** Whether to go on with the job. Claims it again when much of the claim is over. */
    boolean holds() {
        if (stopping.getAsBoolean()) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(until.minus(LENGTH.dividedBy(2)))) {
            return true;
        }
        until = now.plus(LENGTH);
        return jobs.keep(job, now, until);
    }
}
