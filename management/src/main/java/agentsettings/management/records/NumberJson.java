package agentsettings.management.records;

import agentsettings.core.commands.EditNumber;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.rules.NumberDraft;
import agentsettings.core.rules.NumberRules;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Allotted numbers and their uses in JSON. Stateless. */
public final class NumberJson {

    public static final String NUMBER = "number";
    public static final String KINDS = "kinds";
    public static final String DESCRIPTION = "description";

    /** The rules that a body of a number, new or a patch, breaks. */
    public static List<Fault> faults(JsonNode body) {
        return RuleFaults.of(NumberRules.violations(
                new NumberDraft(JsonText.text(body, NUMBER), kinds(body), JsonText.text(body, DESCRIPTION))));
    }

    /** What has another type than the schema says is left out. */
    private static List<String> kinds(JsonNode body) {
        return SettingsJson.texts(body.path(KINDS));
    }

    /** The number of a valid body. */
    public static PhoneNumber number(JsonNode body) {
        return NumberRules.number(JsonText.text(body, NUMBER));
    }

    /** What a valid body allots. */
    public static EditNumber.Create created(JsonNode body) {
        String description = JsonText.text(body, DESCRIPTION);
        return new EditNumber.Create(NumberRules.kinds(kinds(body)), description == null ? "" : description);
    }

    /** The patch of a valid body. */
    public static NumberPatch patch(JsonNode body) {
        return new NumberPatch(
                body.has(KINDS) ? Edit.assign(NumberRules.kinds(kinds(body))) : Edit.keep(),
                JsonText.edit(body, DESCRIPTION, Function.identity()));
    }

    public static ObjectNode of(AllottedNumber number) {
        ObjectNode json = ApiJson.object().put(NUMBER, number.number().digits());
        put(json, KINDS, number.kinds());
        put(json, "withdrawn", number.withdrawn());
        return json.put(DESCRIPTION, number.description()).put("createdAt", ApiJson.time(number.createdAt()));
    }

    private static void put(ObjectNode json, String name, Set<NumberKind> kinds) {
        ArrayNode array = json.putArray(name);
        kinds.forEach(kind -> array.add(JsonText.nameOf(kind)));
    }

    /** The settings as a use of the number: whose they are, and which fields have it. */
    public static ObjectNode use(SettingsRecord record, PhoneNumber number) {
        ObjectNode json = ApiJson.object()
                .put("userId", record.key().userId())
                .put("account", record.account())
                .put("name", record.name());
        ArrayNode fields = json.putArray("fields");
        UsedNumber.of(record.settings().outbound()).stream()
                .filter(used -> used.number().equals(number))
                .map(used -> JsonText.nameOf(used.field()))
                .distinct()
                .forEach(fields::add);
        return json;
    }

    private NumberJson() {}
}
