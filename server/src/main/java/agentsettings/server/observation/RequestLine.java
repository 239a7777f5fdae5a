package agentsettings.server.observation;

import agentsettings.server.http.head.RequestHead;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the log about a request: client, interface, caller, method, path, status, {@code returnCode}, duration and request id;
 * never a header or a body. Immutable.
 *
 * @param introduction what the line says before; may be empty
 * @param client its address, or "-"
 * @param caller the app or the management key, or "-"
 * @param method as it was sent, plain and shortened
 * @param path likewise, or "-"
 * @param outcome the status and, if there is one, the {@code returnCode}
 */
record RequestLine(
        String introduction,
        String requestId,
        String client,
        FinishedExchange.Door door,
        String operation,
        String caller,
        String method,
        String path,
        Outcome outcome,
        long nanos)
        implements StructuredMessage {

    private static final int METHOD_LENGTH_MAX = 32;
    private static final int PATH_LENGTH_MAX = 200;
    private static final String NONE = "-";
    private static final double NANOS_PER_MILLI = 1e6;

    /** The status of a response and its {@code returnCode}, which may be empty. */
    record Outcome(int status, String code) {

        @Override
        public String toString() {
            return code.isEmpty() ? Integer.toString(status) : status + " " + code;
        }
    }

    static RequestLine of(String introduction, FinishedExchange exchange) {
        RequestHead request = exchange.request();
        return new RequestLine(
                introduction,
                request.requestId(),
                orNone(request.remoteHost()),
                exchange.door(),
                exchange.operation(),
                orNone(exchange.caller()),
                PlainText.of(request.method().name(), METHOD_LENGTH_MAX),
                orNone(request.path() == null ? null : PlainText.of(request.path(), PATH_LENGTH_MAX)),
                new Outcome(exchange.status(), exchange.code()),
                exchange.nanos());
    }

    private static String orNone(String text) {
        return text == null || text.isEmpty() ? NONE : text;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("http.request.id", requestId);
        fields.put("http.request.method", method);
        fields.put("url.path", path);
        fields.put("http.response.status_code", outcome.status());
        fields.put("event.duration", nanos);
        fields.put("client.address", client);
        fields.put("agentsettings.interface", door.label());
        fields.put("agentsettings.operation", operation);
        fields.put("agentsettings.caller", caller);
        fields.put("agentsettings.return_code", outcome.code());
        fields.values().removeIf(value -> value.equals(NONE) || value.equals(""));
        return fields;
    }

    @Override
    public String toString() {
        return introduction + client + " " + door.label() + " " + caller + " " + method + " " + path + " " + outcome
                + " " + String.format(Locale.ROOT, "%.1f ms ", nanos / NANOS_PER_MILLI) + requestId;
    }
}
