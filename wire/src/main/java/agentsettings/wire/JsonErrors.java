package agentsettings.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** The exceptions for bodies that are not valid JSON or have values of the wrong type, with the position or the field. */
final class JsonErrors {

    static RequestException emptyBody() {
        return new RequestException(ReturnCode.NOT_JSON, "The body is empty; it must be a JSON object.");
    }

    /** The byte at this position, counted from 1, is not UTF-8. */
    static RequestException notUtf8(int position) {
        return new RequestException(ReturnCode.NOT_JSON, "The body is not valid UTF-8 at byte " + position + ".");
    }

    static RequestException notJson(JacksonException error) {
        if (error instanceof StreamConstraintsException) {
            return new RequestException(
                    ReturnCode.NOT_JSON, "The body exceeds the limit of " + JsonBody.NESTING_MAX + " nesting levels.");
        }
        return new RequestException(ReturnCode.NOT_JSON, "The body is not valid JSON" + at(error.getLocation()));
    }

    static RequestException unexpectedContent(TokenStreamLocation location) {
        return new RequestException(ReturnCode.NOT_JSON, "Unexpected content after the JSON value" + at(location));
    }

    static RequestException duplicateKey(TokenStreamLocation location) {
        return new RequestException(ReturnCode.DUPLICATE_KEY, "Duplicate key" + at(location));
    }

    static RequestException notAnObject(JsonToken found) {
        return new RequestException(
                ReturnCode.NOT_AN_OBJECT, "The body must be a JSON object; got " + nameOf(found) + ".");
    }

    static RequestException wrongType(String field, String expected, JsonToken found) {
        return new RequestException(
                ReturnCode.WRONG_TYPE, field + ": must be " + expected + "; got " + nameOf(found) + ".");
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

    private JsonErrors() {}
}
