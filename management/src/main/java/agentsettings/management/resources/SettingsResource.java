package agentsettings.management.resources;

import agentsettings.core.commands.EditSettings;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.settings.CallType;
import agentsettings.core.store.Records;
import agentsettings.management.csv.SettingsCsv;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.SettingsJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The settings of a tenant space's users. Safe for use by many threads. */
public final class SettingsResource {

    private static final RecordList<SettingsRecord> LIST =
            new RecordList<>(SettingsCsv.HEADER, SettingsCsv::line, SettingsJson::of);

    private final Records records;
    private final SettingsWrites writes;

    public SettingsResource(Records records, SettingsWrites writes) {
        this.records = records;
        this.writes = writes;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listSettings", this::list,
                "getSettings", this::get,
                "putSettings", this::put,
                "patchSettings", this::patch,
                "deleteSettings", this::delete);
    }

    private ApiResponse list(ApiRequest request) {
        SettingsFilter filter = filter(request);
        return LIST.response(
                request, (after, limit) -> records.settings(filter, after, limit), () -> records.count(filter));
    }

    private static SettingsFilter filter(ApiRequest request) {
        return new SettingsFilter(
                request.required("tenantId"),
                request.parameter("q"),
                request.parameter("callType").flatMap(name -> JsonText.constant(CallType.class, name)),
                request.parameter("number"),
                request.parameter("displayNumber"),
                request.parameter("softphoneNumber"),
                request.parameter("updatedSince").map(text -> time("updatedSince", text)),
                request.flag("wouldFail"));
    }

    static Instant time(String parameter, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(List.of(Fault.ofParameter(
                    parameter, "must be a time in RFC 3339 with a zone, such as 2026-01-31T08:00:00Z.")));
        }
    }

    private ApiResponse get(ApiRequest request) {
        SettingsRecord settings = records.settings(UsersResource.key(request)).orElseThrow(() -> absence(request));
        String tag = settings.settings().tag();
        return Preconditions.clientHas(request, tag)
                ? ApiResponse.notModified(Preconditions.quoted(tag))
                : ApiResponse.ok(SettingsJson.of(settings)).with("etag", Preconditions.quoted(tag));
    }

    private ProblemException absence(ApiRequest request) {
        return records.user(UsersResource.key(request)).isPresent() ? NotFound.settings() : NotFound.user();
    }

    private ApiResponse put(ApiRequest request) {
        return writes.execute(request, new EditSettings.Put(SettingsJson.outbound(request.body(SettingsJson::faults))));
    }

    private ApiResponse patch(ApiRequest request) {
        return writes.execute(request, new EditSettings.Patch(SettingsJson.patch(request.body(SettingsJson::faults))));
    }

    private ApiResponse delete(ApiRequest request) {
        return writes.execute(request, new EditSettings.Delete());
    }
}
