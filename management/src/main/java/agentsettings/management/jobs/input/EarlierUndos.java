package agentsettings.management.jobs.input;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.queries.Page;
import agentsettings.management.jobs.input.JobRows.UnreadableInputException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The undos of a bulk change that began before another undo of it, and left some users for it. Immutable.
 *
 * @param ids of these jobs
 */
record EarlierUndos(Set<String> ids) {

    private static final int PAGE = 100;

    EarlierUndos {
        ids = Set.copyOf(ids);
    }

    /**
     * Those before this undo.
     *
     * @throws UnreadableInputException if one of them leaves nothing to be undone
     */
    static EarlierUndos before(Job undo, JobKey undone, Jobs jobs) {
        Set<String> ids = new HashSet<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Page<Job> page = jobs.list(undone.tenantId(), Set.of(Job.Kind.UNDO), next.get(), PAGE);
            for (Job earlier : page.items()) {
                if (earlier.key().compareTo(undo.key()) < 0
                        && JobOptions.parse(earlier.options()).undoes().equals(undone.id())) {
                    requireRest(earlier);
                    ids.add(earlier.key().id());
                }
            }
            next = page.next().filter(last -> last.compareTo(undone.id()) > 0); // newest first, and ids rise with time
        }
        return new EarlierUndos(ids);
    }

    private static void requireRest(Job earlier) {
        JobProgress progress = earlier.progress();
        if (!progress.state().isOver()) {
            throw new UnreadableInputException(
                    "Job " + earlier.key().id() + " is undoing the change; wait for its end, or cancel it.");
        }
        if (progress.state() == JobProgress.State.DONE && progress.rowsFaulty() == 0) {
            throw new UnreadableInputException(
                    "The change was undone already, by job " + earlier.key().id() + ".");
        }
    }

    boolean contain(String jobId) {
        return ids.contains(jobId);
    }
}
