package agentsettings.client.management.jobs;

import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.SettingsMapper;
import agentsettings.core.apps.Actor;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.CallType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Jobs and their faults in JSON. Stateless. */
final class JobMapper {

    /** The job of a tenant space. */
    static JobRecord job(String tenantId, JsonNode json) {
        JsonNode startedBy = json.required("startedBy");
        return new JobRecord(
                Json.text(json, "id"),
                Json.text(json, "kind"),
                options(tenantId, json),
                new Actor(Json.constant(Actor.Kind.class, Json.text(startedBy, "kind")), Json.text(startedBy, "name")),
                Json.time(json, "createdAt"),
                time(json, "startedAt"),
                time(json, "endedAt"),
                Json.optional(json, "failure", JsonNode::stringValue),
                progress(json),
                json.required("bytes").longValue(),
                Json.optional(json, "rowsPerSecond", JsonNode::longValue),
                Json.optional(json, "secondsLeft", JsonNode::longValue),
                json.toString());
    }

    private static JobRecord.Options options(String tenantId, JsonNode json) {
        return new JobRecord.Options(
                Json.optional(json, "mode", mode -> Json.constant(ImportRequest.Mode.class, mode.stringValue())),
                Json.optional(
                        json, "faults", faults -> Json.constant(ImportRequest.Faults.class, faults.stringValue())),
                Json.optional(json, "dryRun", JsonNode::booleanValue).orElse(false),
                Json.optional(json, "undoes", JsonNode::stringValue),
                Json.optional(json, "patch", SettingsMapper::patch),
                Json.optional(json, "filter", filter -> filter(tenantId, filter)));
    }

    private static SettingsFilter filter(String tenantId, JsonNode json) {
        return new SettingsFilter(
                tenantId,
                text(json, "q"),
                text(json, "callType").map(name -> Json.constant(CallType.class, name)),
                text(json, "number"),
                text(json, "displayNumber"),
                text(json, "softphoneNumber"),
                time(json, "updatedSince"),
                Json.optional(json, "wouldFail", JsonNode::booleanValue).orElse(false));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Json.optional(json, name, JsonNode::stringValue);
    }

    private static JobProgress progress(JsonNode json) {
        return new JobProgress(
                Json.constant(JobProgress.State.class, Json.text(json, "state")),
                json.required("rowsRead").longValue(),
                json.required("rowsApplied").longValue(),
                json.required("rowsUnchanged").longValue(),
                json.required("rowsFaulty").longValue(),
                json.required("rowsWarned").longValue(),
                json.required("bytesRead").longValue());
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Json.optional(json, name, time -> Instant.parse(time.stringValue()));
    }

    static RowFault fault(JsonNode json) {
        return new RowFault(
                json.required("row").longValue(),
                Json.textOrNull(json, "userId"),
                Json.textOrNull(json, "column"),
                code(json),
                Json.text(json, "detail"));
    }

    static RowFault.Code code(JsonNode json) {
        return RowFault.Code.valueOf(
                Json.text(json, "code").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private JobMapper() {}
}
