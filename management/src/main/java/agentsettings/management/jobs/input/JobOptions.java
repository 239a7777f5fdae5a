package agentsettings.management.jobs.input;

import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.imports.ImportFormat;
import agentsettings.management.imports.ImportMode;
import agentsettings.management.records.JsonText;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a job reads and applies its input, as it is stored with the job. Immutable, if its JSON is.
 *
 * @param json of an import {@code mode}, {@code faults}, {@code dryRun} and {@code format}; of a bulk change {@code patch} and, unless
 *     its users were listed, {@code filter}; of an undo {@code undoes}, the id of the job
 */
public record JobOptions(ObjectNode json) {

    private static final String MODE = "mode";
    private static final String FAULTS = "faults";
    private static final String DRY_RUN = "dryRun";
    private static final String FORMAT = "format";
    private static final String PATCH = "patch";
    private static final String FILTER = "filter";
    private static final String UNDOES = "undoes";
    private static final String STOP = "stop";

    public static JobOptions ofImport(ApiRequest request, ImportFormat format) {
        return new JobOptions(ApiJson.object()
                .put(MODE, request.parameter(MODE).orElse("upsert"))
                .put(FAULTS, request.parameter(FAULTS).orElse(STOP))
                .put(DRY_RUN, request.flag(DRY_RUN))
                .put(FORMAT, format.mediaType()));
    }

    /** A change of the users whom a filter finds, null if they are listed. */
    public static JobOptions ofChange(JsonNode patch, JsonNode filter) {
        ObjectNode json = ApiJson.object();
        json.set(PATCH, patch);
        if (filter != null) {
            json.set(FILTER, filter);
        }
        return new JobOptions(json);
    }

    public static JobOptions ofUndo(String jobId) {
        return new JobOptions(ApiJson.object().put(UNDOES, jobId));
    }

    public static JobOptions parse(String text) {
        return new JobOptions((ObjectNode) ApiJson.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    public String text() {
        return new String(ApiJson.bytes(json), StandardCharsets.UTF_8);
    }

    ImportMode mode() {
        return JsonText.constant(ImportMode.class, JsonText.text(json, MODE)).orElseThrow();
    }

    ImportFormat format() {
        return ImportFormat.of(JsonText.text(json, FORMAT)).orElseThrow();
    }

    public boolean isDryRun() {
        return json.path(DRY_RUN).asBoolean(false);
    }

    /** Whether all rows are checked before any is applied. */
    public boolean checksFirst() {
        return isDryRun() || STOP.equals(JsonText.text(json, FAULTS));
    }

    JsonNode patch() {
        return json.path(PATCH);
    }

    /** A missing node if the users were listed. */
    public JsonNode filter() {
        return json.path(FILTER);
    }

    String undoes() {
        return JsonText.text(json, UNDOES);
    }
}
