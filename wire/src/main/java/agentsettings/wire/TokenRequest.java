package agentsettings.wire;

import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonException;
import agentsettings.wire.names.FieldNames;

/** The credentials in a request for a token. Immutable; its string form omits the secret. */
public record TokenRequest(String appKey, String appSecret) {

    private static final int KEY_LENGTH_MAX = 64;
    private static final int SECRET_LENGTH_MAX = 256;

    /**
     * Decodes and validates the body.
     *
     * @throws JsonException if the body is not a JSON object with fields of the right types
     * @throws RequestException if a field is missing or too long
     */
    public static TokenRequest read(byte[] body) {
        String appKey = null;
        String appSecret = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                switch (json.fieldName()) {
                    case FieldNames.APP_KEY -> appKey = json.string();
                    case FieldNames.APP_SECRET -> appSecret = json.string();
                    default -> json.skip();
                }
            }
        }
        require(FieldNames.APP_KEY, appKey, KEY_LENGTH_MAX);
        require(FieldNames.APP_SECRET, appSecret, SECRET_LENGTH_MAX);
        return new TokenRequest(appKey, appSecret);
    }

    private static void require(String field, String text, int max) {
        if (text == null) {
            throw new RequestException(ReturnCode.MISSING, field + ": is required.");
        }
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > max) {
            throw new RequestException(
                    ReturnCode.VALUE_REFUSED, field + ": must be 1 to " + max + " characters; got " + length + ".");
        }
    }

    @Override
    public String toString() {
        return "TokenRequest[" + appKey + "]";
    }
}
