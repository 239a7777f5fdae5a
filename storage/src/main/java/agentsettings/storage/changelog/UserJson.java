package agentsettings.storage.changelog;

import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON by which the change log shows a user. */
final class UserJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The user as a JSON object, without what the user lacks; null for null. */
    static String encode(StoredUser user) {
        if (user == null) {
            return null;
        }
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            UserProfile profile = user.profile();
            json.writeStartObject();
            write(json, "sumUserId", user.sumUserId());
            write(json, "account", profile.account());
            write(json, "name", profile.name());
            write(json, "phone", profile.phone());
            write(json, "email", profile.email());
            write(json, "description", profile.description());
            write(json, "status", profile.status().code());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The profile in such a JSON object; null for null. */
    static UserProfile decode(String json) {
        if (json == null) {
            return null;
        }
        Map<String, String> members = JsonMembers.read(json);
        return new UserProfile(
                members.get("account"),
                members.get("name"),
                members.get("phone"),
                members.get("email"),
                members.get("description"),
                UserStatus.of(members.get("status")).orElseThrow());
    }

    private static void write(JsonGenerator json, String member, String value) {
        if (value != null) {
            json.writeStringProperty(member, value);
        }
    }

    private UserJson() {}
}
