package agentsettings.storage.changelog;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON objects of the change log, whose members are texts and lists of numbers. */
final class JsonMembers {

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * The members as texts, lists joined by commas. One that is null is left out.
     *
     * @throws RuntimeException of some kind if it is no such object
     */
    static Map<String, String> read(String json) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            require(parser, parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                switch (parser.nextToken()) {
                    case VALUE_STRING -> members.put(name, parser.getString());
                    case START_ARRAY -> members.put(name, list(parser));
                    default -> require(parser, parser.currentToken() == JsonToken.VALUE_NULL);
                }
            }
            require(parser, parser.currentToken() == JsonToken.END_OBJECT);
        }
        return members;
    }

    private static String list(JsonParser parser) {
        StringJoiner joined = new StringJoiner(",");
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            joined.add(parser.getString());
        }
        require(parser, parser.currentToken() == JsonToken.END_ARRAY);
        return joined.toString();
    }

    private static void require(JsonParser parser, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("unexpected JSON in the change log: " + parser.currentToken());
        }
    }

    private JsonMembers() {}
}
