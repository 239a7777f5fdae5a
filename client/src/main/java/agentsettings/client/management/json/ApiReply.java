package agentsettings.client.management.json;

import agentsettings.client.Problem;
import agentsettings.client.http.HttpReply;
import agentsettings.client.http.Redaction;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A response of the service, its JSON read. Immutable, if the body is.
 *
 * @param etag the header of this name, as sent
 * @param body a missing node if there is none
 * @param problem the problem that the body is, if it is one; only with a status of 400 and above
 */
public record ApiReply(int status, Optional<String> etag, JsonNode body, Optional<Problem> problem) {

    private static final int ERRORS_FROM = 400;

    /**
     * Reads a response.
     *
     * @throws tools.jackson.core.JacksonException if the body is not JSON
     */
    static ApiReply of(HttpReply reply, Redaction redaction) {
        JsonNode body = Json.parse(reply.body());
        Optional<Problem> problem =
                reply.status() < ERRORS_FROM ? Optional.empty() : ProblemMapper.problem(body, redaction);
        return new ApiReply(reply.status(), reply.etag(), body, problem);
    }

    /** The problem's code, otherwise the status. */
    String code() {
        return problem.map(Problem::code).orElseGet(() -> Integer.toString(status));
    }

    String detail() {
        return problem.map(Problem::detail).orElse("");
    }

    /** The entity tag without its quotation marks. */
    String tag() {
        String text = etag.orElse("");
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            throw new IllegalArgumentException("no entity tag");
        }
        return text.substring(1, text.length() - 1);
    }
}
