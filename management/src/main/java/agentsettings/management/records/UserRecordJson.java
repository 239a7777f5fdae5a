package agentsettings.management.records;

import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users in JSON. Stateless. */
public final class UserRecordJson {

    public static final String ACCOUNT = "account";
    public static final String NAME = "name";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String DESCRIPTION = "description";
    public static final String STATUS = "status";

    /** The rules that a body of a user, new or a patch, breaks. */
    public static List<Fault> faults(JsonNode body) {
        return RuleFaults.of(
                UserRules.violations(JsonText.text(body, "userId"), JsonText.text(body, "sumUserId"), draft(body)));
    }

    /** The values of a valid body. */
    public static UserDraft draft(JsonNode body) {
        String name = JsonText.text(body, STATUS);
        String status = name == null
                ? null
                : JsonText.constant(UserStatus.class, name)
                        .map(UserStatus::code)
                        .orElse(null);
        return new UserDraft(
                JsonText.text(body, ACCOUNT),
                JsonText.text(body, NAME),
                JsonText.text(body, PHONE),
                JsonText.text(body, EMAIL),
                JsonText.text(body, DESCRIPTION),
                status);
    }

    /** The patch of a valid body. */
    public static UserPatch patch(JsonNode body) {
        return new UserPatch(
                JsonText.edit(body, ACCOUNT, Function.identity()),
                JsonText.edit(body, NAME, Function.identity()),
                JsonText.edit(body, PHONE, Function.identity()),
                JsonText.edit(body, EMAIL, Function.identity()),
                JsonText.edit(body, DESCRIPTION, Function.identity()),
                JsonText.edit(
                        body,
                        STATUS,
                        name -> JsonText.constant(UserStatus.class, name).orElseThrow()));
    }

    public static ObjectNode of(UserRecord record) {
        ObjectNode json = ApiJson.object()
                .put("userId", record.key().userId())
                .put("sumUserId", record.user().sumUserId());
        write(record.user().profile(), json);
        return json.put("hasSettings", record.hasSettings())
                .put("createdAt", ApiJson.time(record.user().createdAt()));
    }

    /** The attributes alone; JSON's null for none. */
    static JsonNode of(UserProfile profile) {
        if (profile == null) {
            return ApiJson.object().nullNode();
        }
        ObjectNode json = ApiJson.object();
        write(profile, json);
        return json;
    }

    private static void write(UserProfile profile, ObjectNode json) {
        json.put(ACCOUNT, profile.account())
                .put(NAME, profile.name())
                .put(PHONE, profile.phone())
                .put(EMAIL, profile.email())
                .put(DESCRIPTION, profile.description())
                .put(STATUS, JsonText.nameOf(profile.status()));
    }

    private UserRecordJson() {}
}
