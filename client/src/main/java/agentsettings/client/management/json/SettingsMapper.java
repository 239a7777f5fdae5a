package agentsettings.client.management.json;

import agentsettings.client.management.records.Settings;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings in JSON. A null is a value that is not set. Stateless. */
public final class SettingsMapper {

    private static final String CALL_TYPE = "callType";
    private static final String DISPLAY_NUMBERS = "displayNumbers";
    private static final String SOFTPHONE_NUMBERS = "softphoneNumbers";
    private static final String DEFAULT_DISPLAY_NUMBER = "defaultDisplayNumber";
    private static final String DEFAULT_SOFTPHONE_NUMBER = "defaultSoftphoneNumber";

    public static Settings settings(JsonNode json) {
        return new Settings(
                Json.text(json, "userId"),
                Json.text(json, "account"),
                Json.text(json, "name"),
                values(json),
                Json.text(json, "id"),
                json.required("version").longValue(),
                Json.time(json, "createdAt"),
                Json.time(json, "updatedAt"),
                json.has("warnings") ? Json.elements(json.get("warnings"), ProblemMapper::fault) : List.of());
    }

    /** Returns the values of settings; what is null is not set. */
    public static OutboundSettings values(JsonNode json) {
        return new OutboundSettings(
                Json.constant(CallType.class, Json.textOrNull(json, CALL_TYPE)),
                numbers(json, DISPLAY_NUMBERS),
                numbers(json, SOFTPHONE_NUMBERS),
                number(json, DEFAULT_DISPLAY_NUMBER),
                number(json, DEFAULT_SOFTPHONE_NUMBER));
    }

    private static List<PhoneNumber> numbers(JsonNode json, String name) {
        return json.hasNonNull(name)
                ? Json.elements(json.get(name), element -> new PhoneNumber(element.stringValue()))
                : null;
    }

    private static PhoneNumber number(JsonNode json, String name) {
        String digits = Json.textOrNull(json, name);
        return digits == null ? null : new PhoneNumber(digits);
    }

    /** Returns the body of a put. */
    public static ObjectNode body(OutboundSettings values) {
        return body(new SettingsPatch(
                Edit.assign(values.callType()),
                Edit.assign(values.displayNumbers()),
                Edit.assign(values.softphoneNumbers()),
                Edit.assign(values.defaultDisplayNumber()),
                Edit.assign(values.defaultSoftphoneNumber())));
    }

    /** Returns the body of a patch. */
    public static ObjectNode body(SettingsPatch patch) {
        ObjectNode json = Json.object();
        Json.put(json, CALL_TYPE, patch.callType(), Json::nameOf);
        putNumbers(json, DISPLAY_NUMBERS, patch.displayNumbers());
        Json.put(json, DEFAULT_DISPLAY_NUMBER, patch.defaultDisplayNumber(), PhoneNumber::digits);
        putNumbers(json, SOFTPHONE_NUMBERS, patch.softphoneNumbers());
        Json.put(json, DEFAULT_SOFTPHONE_NUMBER, patch.defaultSoftphoneNumber(), PhoneNumber::digits);
        return json;
    }

    /** Returns the patch of a body. */
    public static SettingsPatch patch(JsonNode json) {
        OutboundSettings values = values(json);
        return new SettingsPatch(
                edit(json, CALL_TYPE, values.callType()),
                edit(json, DISPLAY_NUMBERS, values.displayNumbers()),
                edit(json, SOFTPHONE_NUMBERS, values.softphoneNumbers()),
                edit(json, DEFAULT_DISPLAY_NUMBER, values.defaultDisplayNumber()),
                edit(json, DEFAULT_SOFTPHONE_NUMBER, values.defaultSoftphoneNumber()));
    }

    private static <T> Edit<T> edit(JsonNode json, String name, T value) {
        return json.has(name) ? Edit.assign(value) : Edit.keep();
    }

    private static void putNumbers(ObjectNode json, String name, Edit<List<PhoneNumber>> edit) {
        if (edit.assigns() && edit.value() == null) {
            json.putNull(name);
        } else if (edit.assigns()) {
            ArrayNode array = json.putArray(name);
            edit.value().forEach(number -> array.add(number.digits()));
        }
    }

    private SettingsMapper() {}
}
