package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.store.Records;
import agentsettings.management.jobs.bulk.BulkChangeJson;
import agentsettings.management.jobs.input.JobInputWriter;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.jobs.input.UserLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Collects the users whom a bulk change's filter finds, and stores them as its input: later steps find them as they were. */
record UserCollector(Jobs jobs, Records records, JobClaim claim) {

    private static final int PAGE = 1000;

    /**
     * Collects the users of a job that waits, unless they were listed. May be done again after a failure.
     *
     * @return false if the job was given up
     */
    boolean collect(Job job) {
        JobOptions options = JobOptions.parse(job.options());
        if (options.filter().isMissingNode()) {
            return true;
        }
        jobs.removeInput(job.key());
        SettingsFilter filter = BulkChangeJson.filter(job.key().tenantId(), options.filter());
        try (JobInputWriter input = new JobInputWriter(jobs, job.key(), Long.MAX_VALUE)) {
            return write(filter, input) && jobs.collected(job.key(), input.finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False if the job was given up. */
    private boolean write(SettingsFilter filter, JobInputWriter input) throws IOException {
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            if (!claim.holds()) {
                return false;
            }
            Page<SettingsRecord> page = records.settings(filter, next.get(), PAGE);
            for (SettingsRecord record : page.items()) {
                input.write(UserLines.line(record.key().userId()));
            }
            next = page.next();
        }
        return true;
    }
}
