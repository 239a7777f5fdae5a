package agentsettings.wire.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * A body is not valid JSON or has a value of the wrong type. The message has the position or the field, and never a
 * value. Without a stack trace, because it reports an error of the client.
 */
public final class JsonException extends RuntimeException {

    /** What is wrong with the body. */
    public enum Kind {
        NOT_JSON,
        NOT_AN_OBJECT,
        WRONG_TYPE,
        DUPLICATE_KEY
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private JsonException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static JsonException emptyBody() {
        return new JsonException(Kind.NOT_JSON, "The body is empty; it must be a JSON object.");
    }

    /** The byte at this position, counted from 1, is not UTF-8. */
    static JsonException notUtf8(int position) {
        return new JsonException(Kind.NOT_JSON, "The body is not valid UTF-8 at byte " + position + ".");
    }

    static JsonException notJson(JacksonException error) {
        if (error instanceof StreamConstraintsException) {
            return new JsonException(
                    Kind.NOT_JSON, "The body exceeds the limit of " + JsonBody.NESTING_MAX + " nesting levels.");
        }
        return new JsonException(Kind.NOT_JSON, "The body is not valid JSON" + at(error.getLocation()));
    }

    static JsonException unexpectedContent(TokenStreamLocation location) {
        return new JsonException(Kind.NOT_JSON, "Unexpected content after the JSON value" + at(location));
    }

    static JsonException duplicateKey(TokenStreamLocation location) {
        return new JsonException(Kind.DUPLICATE_KEY, "Duplicate key" + at(location));
    }

    static JsonException notAnObject(JsonToken found) {
        return new JsonException(Kind.NOT_AN_OBJECT, "The body must be a JSON object; got " + nameOf(found) + ".");
    }

    static JsonException wrongType(String field, String expected, JsonToken found) {
        return new JsonException(Kind.WRONG_TYPE, field + ": must be " + expected + "; got " + nameOf(found) + ".");
    }

    private static String at(TokenStreamLocation location) {
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static String nameOf(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalArgumentException(token + " does not start a JSON value");
        };
    }
}
