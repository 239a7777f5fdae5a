package agentsettings.management.records;

import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings in JSON. A null is a value that is not set; an empty text as a default says that there is none. Stateless. */
public final class SettingsJson {

    public static final String CALL_TYPE = "callType";
    public static final String DISPLAY_NUMBERS = "displayNumbers";
    public static final String DEFAULT_DISPLAY_NUMBER = "defaultDisplayNumber";
    public static final String SOFTPHONE_NUMBERS = "softphoneNumbers";
    public static final String DEFAULT_SOFTPHONE_NUMBER = "defaultSoftphoneNumber";

    /** The rules that a body of settings, whole or a patch, breaks. */
    public static List<Fault> faults(JsonNode body) {
        return RuleFaults.of(SettingsRules.violations(draft(body)));
    }

    /** The settings of a valid body. */
    public static OutboundSettings outbound(JsonNode body) {
        return SettingsRules.outbound(draft(body));
    }

    /** The patch of a valid body. */
    public static SettingsPatch patch(JsonNode body) {
        OutboundSettings values = outbound(body);
        return new SettingsPatch(
                edit(body, CALL_TYPE, values.callType()),
                edit(body, DISPLAY_NUMBERS, values.displayNumbers()),
                edit(body, SOFTPHONE_NUMBERS, values.softphoneNumbers()),
                edit(body, DEFAULT_DISPLAY_NUMBER, values.defaultDisplayNumber()),
                edit(body, DEFAULT_SOFTPHONE_NUMBER, values.defaultSoftphoneNumber()));
    }

    private static <T> Edit<T> edit(JsonNode body, String name, T value) {
        return body.has(name) ? Edit.assign(value) : Edit.keep();
    }

    /** What has another type than the schema says is left out; elements of a list are null then. */
    private static SettingsDraft draft(JsonNode body) {
        String name = JsonText.text(body, CALL_TYPE);
        String callType = name == null
                ? null
                : JsonText.constant(CallType.class, name).map(CallType::code).orElse(null);
        return new SettingsDraft(
                null,
                null,
                callType,
                texts(body.path(DISPLAY_NUMBERS)),
                texts(body.path(SOFTPHONE_NUMBERS)),
                JsonText.text(body, DEFAULT_DISPLAY_NUMBER),
                JsonText.text(body, DEFAULT_SOFTPHONE_NUMBER));
    }

    static List<String> texts(JsonNode array) {
        if (!array.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.isString() ? element.stringValue() : null));
        return texts;
    }

    /** A record with its user's account and name. */
    public static ObjectNode of(SettingsRecord record) {
        ObjectNode json = ApiJson.object()
                .put("userId", record.key().userId())
                .put("account", record.account())
                .put("name", record.name());
        write(record.settings().outbound(), json);
        return json.put("id", Long.toString(record.settings().id()))
                .put("version", record.settings().version())
                .put("createdAt", ApiJson.time(record.settings().createdAt()))
                .put("updatedAt", ApiJson.time(record.updatedAt()));
    }

    /** The values alone; JSON's null for none. */
    public static JsonNode of(OutboundSettings outbound) {
        if (outbound == null) {
            return ApiJson.object().nullNode();
        }
        ObjectNode json = ApiJson.object();
        write(outbound, json);
        return json;
    }

    private static void write(OutboundSettings outbound, ObjectNode json) {
        json.put(CALL_TYPE, outbound.callType() == null ? null : JsonText.nameOf(outbound.callType()));
        put(json, DISPLAY_NUMBERS, outbound.displayNumbers());
        json.put(DEFAULT_DISPLAY_NUMBER, digits(outbound.defaultDisplayNumber()));
        put(json, SOFTPHONE_NUMBERS, outbound.softphoneNumbers());
        json.put(DEFAULT_SOFTPHONE_NUMBER, digits(outbound.defaultSoftphoneNumber()));
    }

    /** What is said of a number that is not allotted, at its place in the settings. */
    public static Fault notAllotted(UsedNumber used) {
        String pointer = "/" + JsonText.nameOf(used.field()) + (used.field().isList() ? "/" + used.index() : "");
        return Fault.at(pointer, used.notAllotted());
    }

    /** Adds what the client is warned of; nothing if that is nothing. */
    public static void putWarnings(List<Fault> warnings, ObjectNode json) {
        if (!warnings.isEmpty()) {
            ArrayNode array = json.putArray("warnings");
            warnings.forEach(
                    warning -> array.addObject().put("pointer", warning.place()).put("detail", warning.detail()));
        }
    }

    private static void put(ObjectNode json, String name, List<PhoneNumber> numbers) {
        if (numbers == null) {
            json.putNull(name);
        } else {
            ArrayNode array = json.putArray(name);
            numbers.forEach(number -> array.add(number.digits()));
        }
    }

    private static String digits(PhoneNumber number) {
        return number == null ? null : number.digits();
    }

    private SettingsJson() {}
}
