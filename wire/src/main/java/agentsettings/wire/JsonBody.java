package agentsettings.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A request body read field by field: one JSON object in UTF-8, without duplicate keys and with nothing behind it. Every fault is
 * a {@link RequestException} that names the field or the position. Used by one thread.
 */
final class JsonBody implements AutoCloseable {

    static final int NESTING_MAX = 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MAX)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // the table of names is shared by all callers, and names made to collide can spoil it
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final JsonParser parser;
    private String field;

    /**
     * Begins to read.
     *
     * @throws RequestException when the body isn't text in UTF-8, or doesn't begin like a JSON object
     */
    JsonBody(byte[] body) {
        String text = decode(body);
        parser = JSON.createParser(ObjectReadContext.empty(), text);
        JsonToken first = next();
        if (first == null) {
            throw new RequestException(ReturnCode.NOT_JSON, "The body is empty; it must be a JSON object.");
        }
        if (first != JsonToken.START_OBJECT) {
            refuseNonObject(first);
        }
    }

    /** Moves on to the next field; false when the object has ended and nothing follows. */
    boolean nextField() {
        if (next() == JsonToken.END_OBJECT) {
            requireEnd();
            return false;
        }
        field = parser.currentName();
        next();
        return true;
    }

    String fieldName() {
        return field;
    }

    /** The field's text; null when it is null, which says nothing. */
    String string() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text();
            case VALUE_NULL -> null;
            default -> throw wrongType(field, "a string", parser.currentToken());
        };
    }

    /** The field's texts: an array of strings, or one string of texts separated by commas; null when it is null. */
    List<String> strings() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> elements();
            case VALUE_STRING -> separated(text());
            case VALUE_NULL -> null;
            default -> throw wrongType(field, "an array of strings", parser.currentToken());
        };
    }

    /** Passes over the field's value, whatever it is; null, since it says nothing. */
    String skip() {
        try {
            parser.skipChildren();
            return null;
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>(5);
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token != JsonToken.VALUE_STRING) {
                throw wrongType(field + "[" + elements.size() + "]", "a string", token);
            }
            elements.add(text());
        }
        return elements;
    }

    private static List<String> separated(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private String text() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    /** Reads a body that is no object to its end, to tell JSON of the wrong kind from what is no JSON at all. */
    private void refuseNonObject(JsonToken first) {
        skip();
        text();
        requireEnd();
        throw new RequestException(
                ReturnCode.NOT_AN_OBJECT, "The body must be a JSON object; got " + nameOf(first) + ".");
    }

    private void requireEnd() {
        if (next() != null) {
            throw new RequestException(
                    ReturnCode.NOT_JSON, "Unexpected content after the JSON value" + at(parser.currentTokenLocation()));
        }
    }

    private static String decode(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(body);
        }
        return text;
    }

    private static void requireUtf8(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new RequestException(
                    ReturnCode.NOT_JSON, "The body is not valid UTF-8 at byte " + (bytes.position() + 1) + ".");
        }
    }

    private RequestException refusal(JacksonException fault) {
        if (fault instanceof StreamConstraintsException) {
            return new RequestException(
                    ReturnCode.NOT_JSON, "The body exceeds the limit of " + NESTING_MAX + " nesting levels.");
        }
        if (fault.getOriginalMessage().startsWith("Duplicate")) {
            return new RequestException(ReturnCode.DUPLICATE_KEY, "Duplicate key" + at(fault.getLocation()));
        }
        return new RequestException(ReturnCode.NOT_JSON, "The body is not valid JSON" + at(fault.getLocation()));
    }

    private static String at(TokenStreamLocation location) {
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static RequestException wrongType(String field, String expected, JsonToken found) {
        return new RequestException(
                ReturnCode.WRONG_TYPE, field + ": must be " + expected + "; got " + nameOf(found) + ".");
    }

    private static String nameOf(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }
}
