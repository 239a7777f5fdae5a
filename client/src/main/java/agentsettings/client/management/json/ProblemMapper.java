package agentsettings.client.management.json;

import agentsettings.client.Problem;
import agentsettings.client.http.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Problem documents in JSON. Stateless. */
final class ProblemMapper {

    private static final Pattern TYPE = Pattern.compile("urn:agentsettings:problem:[a-z-]{1,64}");
    private static final int ERRORS_MAX = 1000;

    /** Returns the problem of the service; empty if the value is none. */
    static Optional<Problem> problem(JsonNode json, Redaction redaction) {
        try {
            String type = Json.text(json, "type");
            if (!TYPE.matcher(type).matches()) {
                return Optional.empty();
            }
            List<Problem.Fault> errors = json.path("errors")
                    .valueStream()
                    .limit(ERRORS_MAX)
                    .map(error -> fault(error, redaction))
                    .toList();
            return Optional.of(new Problem(
                    type,
                    redaction.apply(Json.text(json, "title")),
                    redaction.apply(Json.text(json, "detail")),
                    errors));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem.Fault fault(JsonNode json, Redaction redaction) {
        Problem.Fault fault = fault(json);
        return new Problem.Fault(
                fault.pointer().map(redaction::apply),
                fault.parameter().map(redaction::apply),
                redaction.apply(fault.detail()));
    }

    /** Returns a fault that cannot contain the key. */
    static Problem.Fault fault(JsonNode json) {
        return new Problem.Fault(
                Json.optional(json, "pointer", JsonNode::stringValue),
                Json.optional(json, "parameter", JsonNode::stringValue),
                Json.text(json, "detail"));
    }

    private ProblemMapper() {}
}
