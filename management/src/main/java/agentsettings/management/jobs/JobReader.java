package agentsettings.management.jobs;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.Records;
import agentsettings.management.jobs.input.ChangedRows;
import agentsettings.management.jobs.input.ImportedRows;
import agentsettings.management.jobs.input.JobRows;
import agentsettings.management.jobs.input.JobRows.UnreadableInputException;
import agentsettings.management.jobs.input.UndoneRows;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the rows of jobs. Safe for use by many threads.
 *
 * @param numberChecks gives the number check of a tenant space; empty if there is no such
 */
public record JobReader(Jobs jobs, Records records, Function<String, Optional<NumberCheck>> numberChecks) {

    /** The rows, from the first, with commands of this caller. */
    JobRows open(Job job, Caller caller) {
        return switch (job.kind()) {
            case IMPORT_SETTINGS, IMPORT_USERS, IMPORT_NUMBERS -> new ImportedRows(jobs, job, caller);
            case CHANGE_SETTINGS -> new ChangedRows(jobs, job, caller);
            case UNDO -> new UndoneRows(records, jobs, job, caller);
        };
    }

    /**
     * Who changes what the job changes, with the number check as it is now.
     *
     * @throws UnreadableInputException if the tenant space is gone
     */
    Caller caller(Job job) {
        String tenantId = job.key().tenantId();
        NumberCheck check = numberChecks
                .apply(tenantId)
                .orElseThrow(() -> new UnreadableInputException("The tenant space is no longer there."));
        return new Caller(tenantId, job.actor().by(job.key().id()), check);
    }

    /** Whether the tenant space checks numbers in another way than the caller says. */
    boolean checksOtherwise(Caller caller) {
        return !numberChecks.apply(caller.tenantId()).equals(Optional.of(caller.numberCheck()));
    }
}
