package agentsettings.client.management.json;

import agentsettings.core.patches.Edit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON. A member that is missing or has another type is an exception, a JacksonException or an
 * IllegalArgumentException. Stateless.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns the value of the bytes; a missing node for no bytes. */
    public static JsonNode parse(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    public static byte[] bytes(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String text(JsonNode object, String name) {
        String text = object.required(name).stringValue();
        if (text == null) {
            throw new IllegalArgumentException(name + " is null");
        }
        return text;
    }

    /** Returns the text of a member; null if that is null or absent. */
    public static String textOrNull(JsonNode object, String name) {
        return object.hasNonNull(name) ? object.get(name).stringValue() : null;
    }

    public static Instant time(JsonNode object, String name) {
        return Instant.parse(text(object, name));
    }

    public static List<String> texts(JsonNode object, String name) {
        return elements(object.required(name), JsonNode::stringValue);
    }

    public static <T> List<T> elements(JsonNode array, Function<JsonNode, T> mapper) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no array");
        }
        return array.valueStream().map(mapper).toList();
    }

    /** Returns the value of a member; empty if that is null or absent. */
    public static <T> Optional<T> optional(JsonNode object, String name, Function<JsonNode, T> mapper) {
        return object.hasNonNull(name) ? Optional.of(mapper.apply(object.get(name))) : Optional.empty();
    }

    /** Writes a member as a merge patch does: an absent one is kept, null takes the value away. */
    public static <T> void put(ObjectNode object, String name, Edit<T> edit, Function<T, String> text) {
        if (edit.assigns()) {
            object.put(name, edit.value() == null ? null : text.apply(edit.value()));
        }
    }

    /** Returns the constant's name in JSON: of PASS_THROUGH, passThrough. */
    public static String nameOf(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** Returns the constant with this name in JSON; null for null. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (nameOf(constant).equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such constant");
    }

    private Json() {}
}
