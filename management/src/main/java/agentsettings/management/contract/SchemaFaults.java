package agentsettings.management.contract;

import agentsettings.management.problems.Fault;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a value against a schema of the document and says every fault in words. Safe for use by many threads.
 *
 * @param schema without references
 * @param validator of the schema
 */
record SchemaFaults(JsonSchema schema, Validator validator) {

    SchemaFaults(JsonSchema schema, SchemaRepository schemas) {
        this(schema, schemas.validator(schema));
    }

    /** Every fault, with its JSON pointer into the value. Empty if the value is valid. */
    List<Fault> of(Object value) {
        OutputUnit result = validator.validate(value);
        if (Boolean.TRUE.equals(result.getValid())) {
            return List.of();
        }
        List<OutputUnit> errors = Objects.requireNonNullElse(result.getErrors(), List.of());
        Set<String> known = errors.stream()
                .filter(error -> keyword(error).equals("properties"))
                .map(OutputUnit::getInstanceLocation)
                .collect(Collectors.toSet());
        return errors.stream()
                // the validator takes a member whose value is invalid for one that is not known, too
                .filter(error ->
                        !keyword(error).equals("additionalProperties") || !known.contains(error.getInstanceLocation()))
                .map(this::fault)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String keyword(OutputUnit error) {
        String location = error.getKeywordLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Null if the error only says that a part of the value has errors of its own. */
    private Fault fault(OutputUnit error) {
        String pointer = error.getInstanceLocation().substring(1);
        String message = error.getError();
        return switch (keyword(error)) {
            case "properties", "items", "$ref", "allOf", "anyOf", "oneOf" -> null;
            case "required" -> Fault.at(pointer + "/" + quoted(message), "is required.");
            case "additionalProperties" -> Fault.at(pointer, "is not a member that is known here.");
            case "pattern" -> Fault.at(pointer, "must match the regular expression " + value(error) + ".");
            default -> Fault.at(pointer, words(keyword(error), message));
        };
    }

    /** The value of the keyword in the schema, which the validator's message leaves out. */
    private Object value(OutputUnit error) {
        return JsonPointer.from(error.getKeywordLocation().substring(1)).queryJson(schema);
    }

    private static String words(String keyword, String message) {
        return switch (keyword) {
            case "type" -> "must be " + types(after(message, "Expected ")) + ".";
            case "enum" ->
                "must be one of "
                        + after(message, "any of ").replaceAll("[\\[\\]\"]", "").replace(",", ", ") + ".";
            case "minimum" -> "must be at least " + after(message, "than ") + ".";
            case "maximum" -> "must be at most " + after(message, "than ") + ".";
            case "minLength" -> "must have at least " + count(message, "character") + ".";
            case "maxLength" -> "must have at most " + count(message, "character") + ".";
            case "minItems" -> "must have at least " + count(message, "element") + ".";
            case "maxItems" -> "must have at most " + count(message, "element") + ".";
            case "minProperties" -> "must have at least one member.";
            default -> "is not valid.";
        };
    }

    private static String types(String listed) {
        return Stream.of(listed.split(", ", -1))
                .map(type -> switch (type) {
                    case "null" -> type;
                    case "boolean" -> "true or false";
                    case "array", "integer", "object" -> "an " + type;
                    default -> "a " + type;
                })
                .collect(Collectors.joining(" or "));
    }

    private static String after(String message, String words) {
        return message.substring(message.indexOf(words) + words.length());
    }

    /** The second number of a comparison such as "(6 > 5)". */
    private static String count(String message, String noun) {
        String bound = bound(message);
        return bound + " " + noun + (bound.equals("1") ? "" : "s");
    }

    private static String bound(String message) {
        return message.substring(message.lastIndexOf(' ') + 1, message.lastIndexOf(')'));
    }

    private static String quoted(String message) {
        return message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
    }
}
