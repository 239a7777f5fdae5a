package agentsettings.management.contract;

import agentsettings.management.problems.Fault;
import io.vertx.core.json.Json;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Parameter;
import java.util.List;

/** A parameter of an operation: of its path, its query or a header. Safe for use by many threads. */
public final class ApiParameter {

    private final Parameter parameter;
    private final SchemaFaults schema;

    ApiParameter(Parameter parameter, SchemaRepository schemas) {
        this.parameter = parameter;
        this.schema = new SchemaFaults(parameter.getSchema(), schemas);
    }

    public String name() {
        return parameter.getName();
    }

    public boolean isInPath() {
        return parameter.getIn() == Location.PATH;
    }

    public boolean isInQuery() {
        return parameter.getIn() == Location.QUERY;
    }

    /**
     * Every fault of the value.
     *
     * @param text as it was sent, null if it was not
     */
    public List<Fault> faults(String text) {
        if (text == null) {
            return parameter.isRequired() ? List.of(Fault.ofParameter(name(), "is required.")) : List.of();
        }
        return schema.of(value(text)).stream()
                .map(fault -> Fault.ofParameter(name(), fault.detail()))
                .toList();
    }

    private Object value(String text) {
        SchemaType type = parameter.getSchemaType();
        if (type == SchemaType.INTEGER && text.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(text);
        } else if (type == SchemaType.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Json.decodeValue(text);
        }
        return text;
    }
}
