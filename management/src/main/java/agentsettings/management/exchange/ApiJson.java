package agentsettings.management.exchange;

import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of requests and responses. Stateless. */
public final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Reads a body.
     *
     * @throws ProblemException if it is not one JSON value in UTF-8
     */
    public static JsonNode parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                throw notJson("is required.");
            }
            return value;
        } catch (CharacterCodingException e) {
            throw notJson("must be in UTF-8.");
        } catch (JacksonException e) {
            throw notJson("is not valid JSON" + place(e.getLocation()) + ".");
        }
    }

    private static ProblemException notJson(String detail) {
        return ProblemException.invalid(List.of(Fault.at("", detail)));
    }

    private static String place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The value as maps, lists and plain values. */
    public static Object plain(JsonNode value) {
        return MAPPER.treeToValue(value, Object.class);
    }

    /** The value in UTF-8. */
    public static byte[] bytes(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The time in RFC 3339, in UTC with milliseconds. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    private ApiJson() {}
}
