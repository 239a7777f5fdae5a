package agentsettings.management.jobs;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.Records;
import agentsettings.management.jobs.rows.ChangedRows;
import agentsettings.management.jobs.rows.ImportedRows;
import agentsettings.management.jobs.rows.JobRows;
import agentsettings.management.jobs.rows.UndoneRows;
import java.util.function.Function;

/**
 * Opens the rows of jobs. Safe for use by many threads.
 *
 * @param numberChecks gives the number check of a tenant space; a job keeps that with which its rows were opened
 */
public record JobReader(Jobs jobs, Records records, Function<String, NumberCheck> numberChecks) {

    /** The rows, from the first. */
    JobRows open(Job job) {
        Caller caller = caller(job);
        return switch (job.kind()) {
            case IMPORT_SETTINGS, IMPORT_USERS, IMPORT_NUMBERS -> new ImportedRows(jobs, job, caller);
            case CHANGE_SETTINGS -> new ChangedRows(jobs, job, caller);
            case UNDO -> new UndoneRows(records, jobs, job, caller);
        };
    }

    /** Who changes what the job changes. */
    Caller caller(Job job) {
        String tenantId = job.key().tenantId();
        return new Caller(tenantId, job.actor().by(job.key().id()), numberChecks.apply(tenantId));
    }
}
