package agentsettings.cli.output;

import agentsettings.client.management.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes each row as a JSON object on a line. */
final class JsonWriter<T> implements RowWriter<T> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<OutputColumn<T>> columns;
    private final PrintWriter out;

    JsonWriter(List<OutputColumn<T>> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void write(T row) {
        ObjectNode object = Json.object();
        columns.forEach(column -> object.set(column.name(), node(column.value().apply(row))));
        out.println(object);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Optional<?> optional -> node(optional.orElse(null));
            case JsonNode node -> node;
            case Boolean isTrue -> NODES.booleanNode(isTrue);
            case Number number -> NODES.numberNode(number.longValue());
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(element -> array.add(node(element)));
                yield array;
            }
            default -> NODES.stringNode(CellText.plain(value));
        };
    }

    @Override
    public void end() {}
}
