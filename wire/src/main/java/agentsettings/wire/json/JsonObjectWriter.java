package agentsettings.wire.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON objects of responses, whose scalars are all strings. A null field is omitted. Not thread-safe. */
public final class JsonObjectWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private JsonObjectWriter(JsonGenerator json) {
        this.json = json;
    }

    public static byte[] write(Consumer<JsonObjectWriter> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            fields.accept(new JsonObjectWriter(json));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    public JsonObjectWriter string(String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
        return this;
    }

    public JsonObjectWriter strings(String name, List<?> values) {
        if (values != null) {
            json.writeArrayPropertyStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
        return this;
    }

    public JsonObjectWriter object(String name, Consumer<JsonObjectWriter> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(this);
        json.writeEndObject();
        return this;
    }
}
