package agentsettings.client.management.json;

import agentsettings.client.management.records.User;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users in JSON. Stateless. */
public final class UserMapper {

    private static final String ACCOUNT = "account";
    private static final String NAME = "name";
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    private static final String DESCRIPTION = "description";
    private static final String STATUS = "status";

    public static User user(JsonNode json) {
        return new User(
                Json.text(json, "userId"),
                Json.text(json, "sumUserId"),
                profile(json),
                json.required("hasSettings").booleanValue(),
                Json.time(json, "createdAt"));
    }

    static UserProfile profile(JsonNode json) {
        return new UserProfile(
                Json.text(json, ACCOUNT),
                Json.text(json, NAME),
                Json.textOrNull(json, PHONE),
                Json.textOrNull(json, EMAIL),
                Json.textOrNull(json, DESCRIPTION),
                Json.constant(UserStatus.class, Json.text(json, STATUS)));
    }

    /** Returns the body of a create, without what is null. */
    public static ObjectNode body(UserProfile profile) {
        return body(new UserPatch(
                unlessNull(profile.account()),
                unlessNull(profile.name()),
                unlessNull(profile.phone()),
                unlessNull(profile.email()),
                unlessNull(profile.description()),
                unlessNull(profile.status())));
    }

    private static <T> Edit<T> unlessNull(T value) {
        return value == null ? Edit.keep() : Edit.assign(value);
    }

    /** Returns the body of a patch. */
    public static ObjectNode body(UserPatch patch) {
        ObjectNode json = Json.object();
        Json.put(json, ACCOUNT, patch.account(), account -> account);
        Json.put(json, NAME, patch.name(), name -> name);
        Json.put(json, PHONE, patch.phone(), phone -> phone);
        Json.put(json, EMAIL, patch.email(), email -> email);
        Json.put(json, DESCRIPTION, patch.description(), description -> description);
        Json.put(json, STATUS, patch.status(), Json::nameOf);
        return json;
    }

    private UserMapper() {}
}
