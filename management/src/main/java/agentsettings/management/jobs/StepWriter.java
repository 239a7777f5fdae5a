package agentsettings.management.jobs;

import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Writes the steps of a job, at its pace, for as long as its claim holds. Used by one thread. */
final class StepWriter {

    private static final Duration WAIT_IF_OVERLOADED = Duration.ofMillis(50);

    private final Store store;
    private final JobClaim claim;
    private final StepPace pace = new StepPace();

    StepWriter(Store store, JobClaim claim) {
        this.store = store;
        this.claim = claim;
    }

    /** The number of rows that the next step should have. */
    int rows() {
        return pace.rows();
    }

    /**
     * The progress after the step; empty if the job was given up. A step that can't be written as a whole is written row by row: a row may
     * take what one before it frees, and an engine that writes all users of a step at once then finds that taken.
     */
    Optional<JobProgress> write(JobStep step) {
        try {
            return writeWhole(step);
        } catch (StoreUnavailable failure) {
            if (step.rows().size() == 1) {
                throw failure;
            }
            Optional<JobProgress> progress = Optional.of(step.from());
            for (JobStep.Row row : step.rows()) {
                progress = progress.flatMap(from ->
                        writeWhole(new JobStep(step.caller(), step.job(), from, List.of(row), step.bytesRead())));
            }
            return progress;
        }
    }

    /** A full queue is no failure of the job: others are served first. */
    private Optional<JobProgress> writeWhole(JobStep step) {
        while (claim.holds()) {
            try {
                long begun = System.nanoTime();
                JobStep.Outcome outcome =
                        store.write(step).toCompletableFuture().join();
                pace.rest(System.nanoTime() - begun);
                return outcome instanceof JobStep.Advanced advanced
                        ? Optional.of(advanced.progress())
                        : Optional.empty();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof StoreOverloaded)) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : e;
                }
                LockSupport.parkNanos(WAIT_IF_OVERLOADED.toNanos());
            }
        }
        return Optional.empty();
    }
}
