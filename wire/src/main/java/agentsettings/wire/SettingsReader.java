package agentsettings.wire;

import agentsettings.core.rules.SettingsDraft;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonException;
import agentsettings.wire.names.FieldNames;
import java.util.List;

/** Decodes the bodies of the four operations on settings. Unknown fields are ignored. Stateless. */
public final class SettingsReader {

    /**
     * Decodes the body of a create. An id is ignored, because the service generates it.
     *
     * @throws JsonException if the body is not a JSON object with fields of the right types
     */
    public static SettingsDraft create(byte[] body) {
        return read(body, false);
    }

    /**
     * Decodes the body of an update.
     *
     * @throws JsonException if the body is not a JSON object with fields of the right types
     */
    public static SettingsDraft update(byte[] body) {
        return read(body, true);
    }

    /**
     * Decodes the body of a query or a delete, which has only the user.
     *
     * @throws JsonException if the body is not a JSON object with fields of the right types
     */
    public static SettingsDraft user(byte[] body) {
        String userId = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                if (json.fieldName().equals(FieldNames.USER_ID)) {
                    userId = json.string();
                } else {
                    json.skip();
                }
            }
        }
        return new SettingsDraft(null, userId, null, null, null, null, null);
    }

    private static SettingsDraft read(byte[] body, boolean withId) {
        String id = null;
        String userId = null;
        String callType = null;
        List<String> displayNumbers = null;
        List<String> softphoneNumbers = null;
        String defaultDisplayNumber = null;
        String defaultSoftphoneNumber = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                switch (json.fieldName()) {
                    case FieldNames.ID -> id = withId ? json.string() : json.skip();
                    case FieldNames.USER_ID -> userId = json.string();
                    case FieldNames.CALL_TYPE -> callType = json.string();
                    case FieldNames.CALLER_PRESENT -> displayNumbers = json.strings();
                    case FieldNames.CALL_NUMBER -> softphoneNumbers = json.strings();
                    case FieldNames.CALLER_PRESENT_DEFAULT -> defaultDisplayNumber = json.string();
                    case FieldNames.CALL_NUMBER_DEFAULT -> defaultSoftphoneNumber = json.string();
                    default -> json.skip();
                }
            }
        }
        return new SettingsDraft(
                id, userId, callType, displayNumbers, softphoneNumbers, defaultDisplayNumber, defaultSoftphoneNumber);
    }

    private SettingsReader() {}
}
