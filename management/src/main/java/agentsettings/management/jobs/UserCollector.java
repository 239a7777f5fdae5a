package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.store.Records;
import agentsettings.management.jobs.rows.JobInputWriter;
import agentsettings.management.jobs.rows.JobOptions;
import agentsettings.management.jobs.rows.UserLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Collects the users whom a bulk change's filter finds, and stores them as its input: later steps find them as they were. */
record UserCollector(Jobs jobs, Records records) {

    private static final int PAGE = 1000;

    /** Collects the users of a job that waits, unless they were listed. May be done again after a failure. */
    void collect(Job job) {
        JobOptions options = JobOptions.parse(job.options());
        if (!options.filter().isMissingNode()) {
            jobs.removeInput(job.key());
            jobs.collected(
                    job.key(), store(job.key(), BulkChangeJson.filter(job.key().tenantId(), options.filter())));
        }
    }

    private long store(JobKey job, SettingsFilter filter) {
        try (JobInputWriter input = new JobInputWriter(jobs, job, Long.MAX_VALUE)) {
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                Page<SettingsRecord> page = records.settings(filter, next.get(), PAGE);
                for (SettingsRecord record : page.items()) {
                    input.write(UserLines.line(record.key().userId()));
                }
                next = page.next();
            }
            return input.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
