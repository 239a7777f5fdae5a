package agentsettings.acceptance.http;

import static java.util.Map.entry;

import agentsettings.acceptance.RawResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What holds for every response, whatever was asked. */
public final class ResponseRules {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** By status, the {@code returnCode}s that go with it; 9000 is left out, since no request may bring out a fault of ours. */
    private static final Map<Integer, Set<String>> CODES = Map.ofEntries(
            entry(200, Set.of("0")),
            entry(400, Set.of("1001", "1002", "1003", "1004", "1005", "1006")),
            entry(401, Set.of("2001", "2002", "2003", "2004")),
            entry(404, Set.of("4001")),
            entry(405, Set.of("1009")),
            entry(413, Set.of("1007")),
            entry(415, Set.of("1008")),
            entry(429, Set.of("2005")),
            entry(500, Set.of("5001", "5002", "5003", "5004", "5005", "5006")),
            entry(501, Set.of("1010")),
            entry(503, Set.of("9001", "9002", "9003")));

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|Error:|\\tat |\\b(java|io|org|com|tools|agentsettings)\\.\\w+\\.|netty|vertx|sqlite|jackson",
            Pattern.CASE_INSENSITIVE);

    private ResponseRules() {}

    /** What is wrong with the response, if anything is. */
    public static Optional<String> fault(RawResponse response) {
        return fault(response, "");
    }

    /** What is wrong with a response, if anything is. What it quotes of the request tells nothing of our insides. */
    public static Optional<String> fault(RawResponse response, String request) {
        if (!CODES.containsKey(response.status())) {
            return Optional.of("undocumented status " + response.status());
        }
        Optional<String> fault = headerFault(response);
        return fault.isPresent() || isForHead(response) ? fault : bodyFault(response, request);
    }

    /** A response to HEAD announces a body that isn't sent. */
    private static boolean isForHead(RawResponse response) {
        return response.body().length == 0 && !"0".equals(response.headers().get("content-length"));
    }

    private static Optional<String> headerFault(RawResponse response) {
        Map<String, String> headers = response.headers();
        if (!"application/json;charset=UTF-8".equals(headers.get("content-type"))) {
            return Optional.of("content-type " + headers.get("content-type"));
        }
        if (!headers.containsKey("content-length")) {
            return Optional.of("no content-length");
        }
        if (response.status() == 405 && !"POST".equals(headers.get("allow"))) {
            return Optional.of("405 without Allow");
        }
        boolean worthRetrying = response.status() == 503 || response.status() == 429;
        return worthRetrying && !headers.containsKey("retry-after")
                ? Optional.of(response.status() + " without Retry-After")
                : Optional.empty();
    }

    private static Optional<String> bodyFault(RawResponse response, String request) {
        if (INSIDES.matcher(response.text()).results().anyMatch(found -> !request.contains(found.group()))) {
            return Optional.of("the body tells of our insides");
        }
        Map<String, String> texts;
        try {
            texts = texts(response.body());
        } catch (JacksonException e) {
            return Optional.of("the body is not JSON: " + e.getOriginalMessage());
        }
        boolean ofAnotherForm =
                response.status() == 200 && (texts.containsKey("AccessToken") || texts.containsKey("retcode"));
        return ofAnotherForm || CODES.get(response.status()).contains(texts.getOrDefault("returnCode", "none"))
                ? Optional.empty()
                : Optional.of("returnCode " + texts.get("returnCode") + " with status " + response.status());
    }

    /** The object's own fields that are strings. */
    private static Map<String, String> texts(byte[] body) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getString());
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? texts : Map.of();
        }
    }
}
