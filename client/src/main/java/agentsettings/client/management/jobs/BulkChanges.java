package agentsettings.client.management.jobs;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.json.SettingsMapper;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.OutboundSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bulk changes of settings. Its methods throw as those of {@link
 * agentsettings.client.management.ManagementClient} do. Thread-safe.
 */
public final class BulkChanges extends JobOperations {

    public BulkChanges(ManagementCalls calls) {
        super(calls, "bulk-changes");
    }

    /** Begins a change, and returns it. It goes on by itself. */
    public JobRecord start(String tenantId, BulkChange change) {
        return calls.execute(ManagementCall.post(
                        "change settings",
                        ResourcePath.of("tenants", tenantId).action("/settings:change"),
                        body(change),
                        ReplyDecoder.of("202", json -> JobMapper.job(tenantId, json)))
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /** Returns what a change would do now, by userId. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<PlannedChange> preview(String tenantId, BulkChange change) {
        ResourcePath path =
                ResourcePath.of("tenants", tenantId).action("/settings:change").with("dryRun", Optional.of(true));
        return calls.stream(paging -> calls.execute(ManagementCall.post(
                        "preview change",
                        ManagementCalls.page(path, paging),
                        body(change),
                        ReplyDecoder.ofPage(paging.after(), BulkChanges::planned))
                .repeatable()));
    }

    /** Puts back what a change has changed, except what was changed since. Empty if there is no such change. */
    public Optional<JobRecord> undo(String tenantId, String jobId) {
        return calls.execute(ManagementCall.<Optional<JobRecord>>post(
                        "undo change",
                        path(tenantId, jobId).action("/undo"),
                        BodyPublishers.noBody(),
                        found(tenantId, "202"))
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    private static PlannedChange planned(JsonNode json) {
        return new PlannedChange(
                Json.text(json, "userId"),
                Json.textOrNull(json, "account"),
                Json.textOrNull(json, "name"),
                values(json.required("before")),
                values(json.required("after")),
                json.required("faults").valueStream().map(BulkChanges::fault).toList());
    }

    private static OutboundSettings values(JsonNode json) {
        return json.isNull() ? OutboundSettings.UNSET : SettingsMapper.values(json);
    }

    private static PlannedChange.Fault fault(JsonNode json) {
        return new PlannedChange.Fault(Json.text(json, "column"), JobMapper.code(json), Json.text(json, "detail"));
    }

    private static ObjectNode body(BulkChange change) {
        ObjectNode body = Json.object();
        switch (change.users()) {
            case BulkChange.Users.Listed(var userIds) -> {
                ArrayNode array = body.putArray("userIds");
                userIds.forEach(array::add);
            }
            case BulkChange.Users.Found(SettingsFilter filter) -> body.set("filter", filter(filter));
        }
        body.set("patch", SettingsMapper.body(change.patch()));
        return body;
    }

    private static ObjectNode filter(SettingsFilter filter) {
        ObjectNode json = Json.object();
        filter.text().ifPresent(text -> json.put("q", text));
        filter.callType().ifPresent(type -> json.put("callType", Json.nameOf(type)));
        filter.number().ifPresent(number -> json.put("number", number));
        filter.displayNumber().ifPresent(number -> json.put("displayNumber", number));
        filter.softphoneNumber().ifPresent(number -> json.put("softphoneNumber", number));
        filter.updatedSince().ifPresent(time -> json.put("updatedSince", time.toString()));
        if (filter.wouldFail()) {
            json.put("wouldFail", true);
        }
        return json;
    }
}
