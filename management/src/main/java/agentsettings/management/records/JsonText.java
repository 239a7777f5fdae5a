package agentsettings.management.records;

import agentsettings.core.patches.Edit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads members of a JSON object whose types may be wrong, and converts names of constants. Stateless. */
public final class JsonText {

    /** The text of a member; null if it is absent or no text. */
    public static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    /** What a merge patch does to a member. */
    static <T> Edit<T> edit(JsonNode patch, String name, Function<String, T> converted) {
        if (!patch.has(name)) {
            return Edit.keep();
        }
        String text = text(patch, name);
        return Edit.assign(text == null ? null : converted.apply(text));
    }

    /** The name of a constant in JSON: PASS_THROUGH is passThrough. */
    public static String nameOf(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** The constant with this name in JSON, if there is one. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (nameOf(constant).equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private JsonText() {}
}
