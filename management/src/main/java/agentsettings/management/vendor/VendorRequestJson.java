package agentsettings.management.vendor;

import agentsettings.core.apps.App;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.records.JsonText;
import agentsettings.server.loopback.TriedOperation;
import agentsettings.server.loopback.VendorTrial;
import agentsettings.server.recording.RecordedRequest;
import agentsettings.wire.names.FieldNames;
import agentsettings.wire.names.HttpNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to the vendor's interface and their responses in JSON, without secrets and tokens. Stateless. */
final class VendorRequestJson {

    /** A request that was tried with this body. */
    static ObjectNode tried(App app, TriedOperation operation, String body, VendorTrial.Responded response) {
        boolean isToken = operation == TriedOperation.TOKEN;
        ObjectNode json = ApiJson.object();
        ObjectNode sent = json.putObject("sent").put("method", "POST").put("path", operation.path());
        putHeaders(sent, response.sent());
        sent.put("body", isToken ? withoutSecret(app, body) : body);
        ObjectNode returned = json.putObject("returned").put("status", response.status());
        putHeaders(returned, response.received());
        returned.put("body", isToken ? withoutToken(response.body()) : response.body())
                .put("micros", response.nanos() / 1000);
        return json;
    }

    /** A request that was received; of its headers, the key of another app is not shown, which may be a secret by mistake. */
    static ObjectNode recorded(App app, RecordedRequest recorded) {
        RecordedRequest.Sent from = recorded.sent();
        ObjectNode json = ApiJson.object()
                .put("time", ApiJson.time(recorded.time()))
                .put("requestId", recorded.requestId())
                .put("app", app.key().equals(recorded.app()) ? app.key() : null);
        ObjectNode sent = json.putObject("sent").put("method", from.method()).put("path", from.path());
        ArrayNode headers = sent.putArray("headers");
        for (RecordedRequest.Header header : from.headers()) {
            boolean isOther = header.name().equalsIgnoreCase(HttpNames.APP_KEY_HEADER)
                    && !header.value().equals(app.key());
            headers.addObject()
                    .put("name", header.name())
                    .put("value", isOther ? RecordedRequest.HIDDEN : header.value());
        }
        sent.put("body", from.body());
        RecordedRequest.Returned returned = recorded.returned();
        json.putObject("returned")
                .put("status", returned.status())
                .put("body", returned.body())
                .put("micros", returned.micros());
        return json;
    }

    private static void putHeaders(ObjectNode json, List<Map.Entry<String, String>> headers) {
        ArrayNode all = json.putArray("headers");
        headers.forEach(header -> all.addObject().put("name", header.getKey()).put("value", header.getValue()));
    }

    /** The body of a request for a token, with its secret hidden; null if that can't be found in it. */
    private static String withoutSecret(App app, String body) {
        JsonNode json = parsed(body);
        boolean isPlain = json.size() == 2
                && app.key().equals(JsonText.text(json, "app_key"))
                && json.path("app_secret").isString();
        return isPlain
                ? ApiJson.object()
                        .put("app_key", app.key())
                        .put("app_secret", RecordedRequest.HIDDEN)
                        .toString()
                : null;
    }

    /** The body of a response to it, with its token hidden. */
    private static String withoutToken(String body) {
        JsonNode json = parsed(body);
        return json instanceof ObjectNode object && object.has(FieldNames.ACCESS_TOKEN)
                ? object.put(FieldNames.ACCESS_TOKEN, RecordedRequest.HIDDEN).toString()
                : body;
    }

    private static JsonNode parsed(String body) {
        try {
            return ApiJson.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException notJson) {
            return ApiJson.object();
        }
    }

    private VendorRequestJson() {}
}
