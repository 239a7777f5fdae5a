package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import java.util.Optional;

/**
 * Counts how often the same step of a job has failed in a row while the storage could be read: a step that never succeeds must not keep
 * other jobs waiting for ever. Used by one thread.
 */
final class StepFailures {

    /** One a second. A failover or a full disk may well last for some minutes. */
    private static final int MAX = 300;

    private JobKey job;
    private long rowsRead;
    private int count;

    /** Takes a failure into account. Whether there were too many at the place where the job is. */
    boolean tooManyAt(Optional<Job> failed) {
        JobKey key = failed.map(Job::key).orElse(null);
        long read = failed.map(found -> found.progress().rowsRead()).orElse(0L);
        count = key != null && key.equals(job) && read == rowsRead ? count + 1 : 1;
        job = key;
        rowsRead = read;
        return count >= MAX;
    }

    void end(Job over) {
        if (over.key().equals(job)) {
            job = null;
        }
    }
}
