package agentsettings.management.resources;

import agentsettings.core.commands.EditSettings;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.settings.CallType;
import agentsettings.core.store.Records;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.SettingsCsv;
import agentsettings.management.records.SettingsJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The settings of a tenant space's users. Safe for use by many threads. */
public final class SettingsResource {

    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/jsonl";
    private static final int STREAMED_PAGE = 1000;

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
        return switch (request.accepted()) {
            case CSV ->
                ApiResponse.stream(CSV, out -> {
                    out.write(SettingsCsv.HEADER.getBytes(StandardCharsets.UTF_8));
                    stream(filter, out, SettingsCsv::line);
                });
            case JSON_LINES ->
                ApiResponse.stream(JSON_LINES, out -> stream(filter, out, record -> SettingsJson.of(record) + "\n"));
            default ->
                PageRequest.of(request)
                        .response(
                                (after, limit) -> records.settings(filter, after, limit),
                                SettingsJson::of,
                                () -> records.count(filter));
        };
    }

    private static SettingsFilter filter(ApiRequest request) {
        return new SettingsFilter(
                request.required("tenantId"),
                request.parameter("q"),
                request.parameter("callType").flatMap(name -> JsonText.constant(CallType.class, name)),
                request.parameter("number"),
                request.parameter("displayNumber"),
                request.parameter("softphoneNumber"),
                request.parameter("updatedSince").map(text -> time("updatedSince", text)));
    }

    static Instant time(String parameter, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(List.of(Fault.ofParameter(
                    parameter, "must be a time in RFC 3339 with a zone, such as 2026-01-31T08:00:00Z.")));
        }
    }

    /** Holds one page at a time. */
    private void stream(SettingsFilter filter, OutputStream out, Function<SettingsRecord, String> line)
            throws IOException {
        String after = "";
        while (after != null) {
            Page<SettingsRecord> page = records.settings(filter, after, STREAMED_PAGE);
            for (SettingsRecord record : page.items()) {
                out.write(line.apply(record).getBytes(StandardCharsets.UTF_8));
            }
            after = page.next().orElse(null);
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
