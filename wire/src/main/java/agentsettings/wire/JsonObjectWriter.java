package agentsettings.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON objects of responses, whose scalars are all strings. A null field is omitted. Not thread-safe. */
final class JsonObjectWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private JsonObjectWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Consumer<JsonObjectWriter> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            fields.accept(new JsonObjectWriter(json));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    JsonObjectWriter string(String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
        return this;
    }

    JsonObjectWriter strings(String name, List<?> values) {
        if (values != null) {
            json.writeArrayPropertyStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
        return this;
    }

    JsonObjectWriter object(String name, Consumer<JsonObjectWriter> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(this);
        json.writeEndObject();
        return this;
    }
}
