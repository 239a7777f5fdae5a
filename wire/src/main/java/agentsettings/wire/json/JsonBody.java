package agentsettings.wire.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.DupDetector;
import tools.jackson.core.json.JsonFactory;

/**
 * A pull parser for request bodies: one JSON object in UTF-8, without duplicate keys, and nothing after it. Every error
 * is a {@link JsonException} with the field or the position. Not thread-safe.
 */
public final class JsonBody implements AutoCloseable {

    static final int NESTING_MAX = 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MAX)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            // the symbol table is shared by all requests, and keys chosen to collide would slow it down for all of them
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final JsonParser parser;
    private final DupDetector fields;
    private String field;

    /**
     * Opens the body.
     *
     * @throws JsonException if the body is not UTF-8 or does not start a JSON object
     */
    public JsonBody(byte[] body) {
        parser = JSON.createParser(ObjectReadContext.empty(), Utf8.decode(body));
        fields = DupDetector.rootDetector(parser);
        JsonToken first = next();
        if (first == null) {
            throw JsonException.emptyBody();
        }
        if (first != JsonToken.START_OBJECT) {
            refuseNonObject(first);
        }
    }

    /** Advances to the next field. Returns false at the end of the object; throws if anything follows it. */
    public boolean nextField() {
        if (nextKey(fields) == JsonToken.END_OBJECT) {
            requireEnd();
            return false;
        }
        field = parser.currentName();
        next();
        return true;
    }

    public String fieldName() {
        return field;
    }

    /** Returns the field's string, or null if the value is null, which is the same as an absent field. */
    public String string() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text();
            case VALUE_NULL -> null;
            default -> throw JsonException.wrongType(field, "a string", parser.currentToken());
        };
    }

    /** Returns the strings of an array, or of one comma-separated string; null if the value is null. */
    public List<String> strings() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> elements();
            case VALUE_STRING -> separated(text());
            case VALUE_NULL -> null;
            default -> throw JsonException.wrongType(field, "an array of strings", parser.currentToken());
        };
    }

    /** Reads the fields of an object, each with the reader; none if the value is null. */
    public void object(Runnable fieldReader) {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(fieldReader);
            case VALUE_NULL -> {}
            default -> throw JsonException.wrongType(field, "an object", parser.currentToken());
        }
    }

    /** Skips the field's value, of any type. Returns null, like {@link #string} for an absent field. */
    public String skip() {
        skipValue();
        return null;
    }

    @Override
    public void close() {
        parser.close();
    }

    private void skipValue() {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(this::skipValue);
            case START_ARRAY -> skipArray();
            default -> {}
        }
    }

    private void readObject(Runnable fieldReader) {
        DupDetector keys = DupDetector.rootDetector(parser);
        while (nextKey(keys) != JsonToken.END_OBJECT) {
            field = parser.currentName();
            next();
            fieldReader.run();
        }
    }

    private void skipArray() {
        while (next() != JsonToken.END_ARRAY) {
            skipValue();
        }
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>(5);
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token != JsonToken.VALUE_STRING) {
                throw JsonException.wrongType(field + "[" + elements.size() + "]", "a string", token);
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
            throw JsonException.notJson(e);
        }
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw JsonException.notJson(e);
        }
    }

    /**
     * Advances to the object's next key or its end. The parser reads a key together with the start of its value, so
     * when that start is invalid, the key is there all the same: a duplicate is reported first, because it comes first
     * in the body.
     */
    private JsonToken nextKey(DupDetector keys) {
        JsonToken token;
        try {
            token = parser.nextToken();
        } catch (JacksonException e) {
            requireNewKey(keys);
            throw JsonException.notJson(e);
        }
        requireNewKey(keys);
        return token;
    }

    private void requireNewKey(DupDetector keys) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME && keys.isDup(parser.currentName())) {
            throw JsonException.duplicateKey(parser.currentTokenLocation());
        }
    }

    /**
     * Reads a body that is not an object to its end, to distinguish JSON of another type from a body that is not JSON.
     */
    private void refuseNonObject(JsonToken first) {
        skipValue();
        text();
        requireEnd();
        throw JsonException.notAnObject(first);
    }

    private void requireEnd() {
        if (next() != null) {
            throw JsonException.unexpectedContent(parser.currentTokenLocation());
        }
    }
}
