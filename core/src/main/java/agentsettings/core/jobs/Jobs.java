package agentsettings.core.jobs;

import agentsettings.core.queries.Page;
import agentsettings.core.requests.Idempotency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of a database: their inputs, their progress and their faults. Its methods block, and what they change is durable when they
 * return; all of them throw {@code StoreUnavailable} if the storage failed. Safe for use by many threads.
 */
public interface Jobs extends AutoCloseable {

    /** Adds a job in the state {@link JobProgress.State#RECEIVING}. */
    void add(Job job);

    /**
     * Adds a part to the input of a job that is being received, or collects its input.
     *
     * @param number from 0 on, without gaps
     */
    void addInput(JobKey job, int number, byte[] part);

    /**
     * Ends the receipt of a job's input: the job waits for its turn. If its actor has sent the same idempotency key before, the job is
     * removed instead.
     *
     * @param request empty if the request has no idempotency key
     */
    Receipt received(Job job, long inputBytes, Optional<Idempotency> request);

    /** What becomes of a job whose input has arrived. */
    sealed interface Receipt {

        /** The job waits for its turn. */
        record Accepted() implements Receipt {}

        /** The request was sent before; this job was made then. */
        record Repeated(JobKey first) implements Receipt {}

        /** The idempotency key was used for another request. */
        record KeyReused() implements Receipt {}
    }

    /** A part of a job's input, if there is one of this number. */
    Optional<byte[]> input(JobKey job, int number);

    /** Removes the input of a job that needs it no more. */
    void removeInput(JobKey job);

    /** The job, once its input is received. */
    Optional<Job> find(JobKey job);

    /**
     * The jobs of a tenant space, newest first.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     */
    Page<Job> list(String tenantId, Set<Job.Kind> kinds, String after, int limit);

    /**
     * The faults that a job keeps, by row.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     * @throws IllegalArgumentException if {@code after} is none of such a list
     */
    Page<RowFault> faults(JobKey job, String after, int limit);

    /** The number of jobs in each state; none where there are none. */
    Map<JobProgress.State, Long> countByState();

    /** A job that is not over and that nobody else works on, the oldest first. It is the caller's until the given time, or is claimed again. */
    Optional<Job> claim(Instant now, Instant until);

    /** Claims the job, which was claimed before, until a later time; false if somebody else has claimed it meanwhile. */
    boolean keep(JobKey job, Instant now, Instant until);

    /** Gives a job back that was claimed. */
    void release(JobKey job);

    /**
     * Moves the job to another state, unless it has advanced or was cancelled meanwhile.
     *
     * @param failure a sentence, null if it did not fail
     * @return whether it was moved
     */
    boolean move(JobKey job, JobProgress from, JobProgress to, String failure, Instant now);

    /**
     * Moves the job to {@link JobProgress.State#FAILED}, unless it has advanced or was cancelled meanwhile.
     *
     * @param failure a sentence
     * @param faults those of its input, at a row that was not counted
     */
    void fail(JobKey job, JobProgress from, String failure, List<RowFault> faults, Instant now);

    /**
     * Records the length of an input that a waiting job has collected itself.
     *
     * @return false if the job no longer waits, or is no longer the caller's
     */
    boolean collected(JobKey job, long inputBytes);

    /**
     * Cancels a job that is not over.
     *
     * @return whether it was cancelled
     */
    boolean cancel(JobKey job, Instant now);

    /** Removes the jobs that have been over, or are being received, since before this time. */
    void removeOld(Instant overBefore, Instant receivingBefore);

    /** Removes a job with its input and its faults. */
    void remove(JobKey job);

    @Override
    void close();
}
