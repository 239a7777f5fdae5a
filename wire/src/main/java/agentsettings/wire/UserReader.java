package agentsettings.wire;

import agentsettings.core.rules.UserDraft;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonException;
import agentsettings.wire.names.FieldNames;

/** Decodes the body of a request to add a user. Unknown fields are ignored. Stateless. */
public final class UserReader {

    /**
     * Decodes the body.
     *
     * @throws JsonException if the body is not a JSON object with fields of the right types
     */
    public static UserDraft read(byte[] body) {
        String account = null;
        String name = null;
        String phone = null;
        String email = null;
        String description = null;
        String status = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                switch (json.fieldName()) {
                    case FieldNames.USER_ACCOUNT -> account = json.string();
                    case FieldNames.USER_NAME -> name = json.string();
                    case FieldNames.PHONE -> phone = json.string();
                    case FieldNames.EMAIL -> email = json.string();
                    case FieldNames.DESCRIPTION -> description = json.string();
                    case FieldNames.STATUS -> status = json.string();
                    default -> json.skip();
                }
            }
        }
        return new UserDraft(account, name, phone, email, description, status);
    }

    private UserReader() {}
}
