package agentsettings.management.contract;

import agentsettings.management.problems.Fault;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks a value against a schema of the document and says every fault in words. Safe for use by many threads.
 *
 * @param validator of the schema
 */
record SchemaFaults(Validator validator) {

    /** Every fault, with its JSON pointer into the value. Empty if the value is valid. */
    List<Fault> of(Object value) {
        OutputUnit result = validator.validate(value);
        if (Boolean.TRUE.equals(result.getValid())) {
            return List.of();
        }
        return Stream.ofNullable(result.getErrors())
                .flatMap(List::stream)
                .map(SchemaFaults::fault)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Null if the error only says that a part of the value has errors of its own. */
    private static Fault fault(OutputUnit error) {
        String pointer = error.getInstanceLocation().substring(1);
        String location = error.getKeywordLocation();
        String message = error.getError();
        return switch (location.substring(location.lastIndexOf('/') + 1)) {
            case "properties", "items", "$ref", "allOf", "anyOf", "oneOf" -> null;
            case "required" -> Fault.at(pointer + "/" + quoted(message), "is required.");
            case "additionalProperties" -> Fault.at(pointer, "is not a member that is known here.");
            default -> Fault.at(pointer, words(location.substring(location.lastIndexOf('/') + 1), message));
        };
    }

    private static String words(String keyword, String message) {
        return switch (keyword) {
            case "type" -> "must be " + after(message, "Expected ").replace(", null", " or null") + ".";
            case "enum" -> "must be one of " + after(message, "any of ").replace(",", ", ") + ".";
            case "minimum" -> "must be at least " + after(message, "than ") + ".";
            case "maximum" -> "must be at most " + after(message, "than ") + ".";
            case "minLength" -> "must have at least " + bound(message) + " characters.";
            case "maxLength" -> "must have at most " + bound(message) + " characters.";
            case "minItems" -> "must have at least " + bound(message) + " elements.";
            case "maxItems" -> "must have at most " + bound(message) + " elements.";
            case "minProperties" -> "must have at least one member.";
            case "pattern" -> "does not have the form that is required.";
            default -> "is not valid.";
        };
    }

    private static String after(String message, String words) {
        return message.substring(message.indexOf(words) + words.length());
    }

    /** The second number of a comparison such as "(6 > 5)". */
    private static String bound(String message) {
        return message.substring(message.lastIndexOf(' ') + 1, message.lastIndexOf(')'));
    }

    private static String quoted(String message) {
        return message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
    }
}
