package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.queries.Page;
import agentsettings.core.store.Records;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.jobs.bulk.BulkChangeJson;
import agentsettings.management.jobs.bulk.PlannedChanges;
import agentsettings.management.jobs.input.JobInputWriter;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.jobs.input.UserLines;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.SettingsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Bulk changes of the settings of a tenant space's users, and their undoing. Safe for use by many threads. */
public final class BulkChangesResource {

    private final Jobs jobs;
    private final Records records;
    private final JobRecords changes;

    public BulkChangesResource(Jobs jobs, Records records, JobWorker worker, InstantSource clock) {
        this.jobs = jobs;
        this.records = records;
        this.changes = new JobRecords(
                jobs, worker, clock, EnumSet.of(Job.Kind.CHANGE_SETTINGS, Job.Kind.UNDO), "/bulk-changes/");
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "changeSettings", this::change,
                "listBulkChanges", changes::list,
                "getBulkChange", changes::get,
                "cancelBulkChange", changes::cancel,
                "listBulkChangeFaults", changes::faults,
                "undoBulkChange", this::undo);
    }

    private ApiResponse change(ApiRequest request) {
        JsonNode body = request.body(BulkChangeJson::faults);
        if (request.flag("dryRun")) {
            return preview(request, body);
        }
        JobOptions options = JobOptions.ofChange(BulkChangeJson.patch(body), BulkChangeJson.filter(body));
        Job job = changes.add(request, Job.Kind.CHANGE_SETTINGS, options);
        try {
            long bytes = store(job, BulkChangeJson.userIds(body));
            return changes.start(job, bytes, request.idempotency("settings:change "));
        } catch (Throwable incomplete) {
            changes.drop(job, incomplete);
            throw incomplete;
        }
    }

    private long store(Job job, List<String> userIds) {
        try (JobInputWriter input = new JobInputWriter(jobs, job.key(), Long.MAX_VALUE)) {
            for (String userId : userIds) {
                input.write(UserLines.line(userId));
            }
            return input.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the change would do now, a page at a time. */
    private ApiResponse preview(ApiRequest request, JsonNode body) {
        PlannedChanges planned =
                PlannedChanges.of(records, request.caller(), SettingsJson.patch(BulkChangeJson.patch(body)));
        return PageRequest.of(request)
                .response((after, limit) -> page(planned, body, after, limit), BulkChangeJson::planned, () -> 0);
    }

    private Page<PlannedChanges.Plan> page(PlannedChanges planned, JsonNode body, String after, int limit) {
        JsonNode filter = BulkChangeJson.filter(body);
        if (filter != null) {
            return planned.found(BulkChangeJson.filter(planned.caller().tenantId(), filter), after, limit);
        }
        List<String> userIds = BulkChangeJson.userIds(body).stream().sorted().toList();
        return planned.listed(PageRequest.slice(userIds, userId -> userId, after, limit));
    }

    private ApiResponse undo(ApiRequest request) {
        Job done = changes.find(request);
        if (done.kind() != Job.Kind.CHANGE_SETTINGS) {
            throw new ProblemException(ProblemType.WRONG_STATE, "An undo can't be undone.");
        }
        if (!done.progress().state().isOver()) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "Job " + done.key().id() + " is not over; cancel it, or wait for its end.");
        }
        Job job =
                changes.add(request, Job.Kind.UNDO, JobOptions.ofUndo(done.key().id()));
        return changes.start(
                job,
                done.progress().bytesRead(),
                request.idempotency("undo " + done.key().id()));
    }
}
