package agentsettings.client.management.numbers;

import agentsettings.client.management.json.Json;
import agentsettings.core.numbers.NumberField;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Allotted numbers and their uses in JSON. Stateless. */
public final class NumberMapper {

    private static final String KINDS = "kinds";
    private static final String DESCRIPTION = "description";

    public static NumberRecord number(JsonNode json) {
        return new NumberRecord(
                new PhoneNumber(Json.text(json, "number")),
                constants(json, KINDS, NumberKind.class),
                constants(json, "withdrawn", NumberKind.class),
                Json.text(json, DESCRIPTION),
                Json.time(json, "createdAt"));
    }

    public static NumberUse use(JsonNode json) {
        return new NumberUse(
                Json.text(json, "userId"),
                Json.text(json, "account"),
                Json.text(json, "name"),
                constants(json, "fields", NumberField.class));
    }

    private static <E extends Enum<E>> List<E> constants(JsonNode json, String name, Class<E> type) {
        return Json.elements(json.required(name), element -> Json.constant(type, element.stringValue()));
    }

    /** Returns the body of a patch. */
    public static ObjectNode body(NumberPatch patch) {
        ObjectNode json = Json.object();
        if (patch.kinds().assigns()) {
            ArrayNode kinds = json.putArray(KINDS);
            patch.kinds().value().forEach(kind -> kinds.add(Json.nameOf(kind)));
        }
        Json.put(json, DESCRIPTION, patch.description(), text -> text);
        return json;
    }

    private NumberMapper() {}
}
