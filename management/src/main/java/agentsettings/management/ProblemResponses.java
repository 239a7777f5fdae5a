package agentsettings.management;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.server.http.HttpFault;
import agentsettings.server.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns every failure into a problem in JSON. Stateless. */
final class ProblemResponses {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<String, String> RETRY_AFTER_A_SECOND = Map.of("retry-after", "1");

    /** The response to a request that could not be served. */
    static ApiResponse of(Throwable failure) {
        ProblemException problem = problem(failure);
        ApiResponse response = ApiResponse.of(problem.type().status(), PROBLEM_JSON, body(problem));
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static ProblemException problem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case StoreOverloaded overloaded ->
                new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "Too many requests wait for the storage; nothing was changed.",
                        RETRY_AFTER_A_SECOND);
            case StoreUnavailable unavailable ->
                new ProblemException(
                        ProblemType.UNAVAILABLE, "The storage failed; nothing was changed.", RETRY_AFTER_A_SECOND);
            case OutcomeUnknown unknown ->
                new ProblemException(
                        ProblemType.OUTCOME_UNKNOWN,
                        "The storage failed during the write, which may have been executed. Read the record.",
                        RETRY_AFTER_A_SECOND);
            default -> new ProblemException(ProblemType.FAILED, "The service failed to serve the request.");
        };
    }

    private static byte[] body(ProblemException problem) {
        ObjectNode body = ApiJson.object()
                .put("type", problem.type().urn())
                .put("title", problem.type().title())
                .put("status", problem.type().status())
                .put("detail", problem.getMessage());
        if (!problem.faults().isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            for (Fault fault : problem.faults()) {
                errors.addObject()
                        .put(fault.inBody() ? "pointer" : "parameter", fault.place())
                        .put("detail", fault.detail());
            }
        }
        problem.current().ifPresent(current -> body.set("current", current));
        return ApiJson.bytes(body);
    }

    /** The response to a request that the listener fails. */
    static HttpResponse of(HttpFault fault) {
        return switch (fault) {
            case HttpFault.MalformedHead(String reason) -> response(ProblemType.INVALID_REQUEST, reason);
            case HttpFault.MalformedBody() ->
                response(ProblemType.INVALID_REQUEST, "The framing of the body is not valid HTTP.");
            case HttpFault.TooManyRequests() ->
                response(
                        ProblemType.TOO_MANY_REQUESTS,
                        "The client's address has sent too many requests in this second.");
            case HttpFault.UnsupportedTransferCoding() ->
                response(ProblemType.NOT_IMPLEMENTED, "Transfer-Encoding: only chunked is supported.");
            case HttpFault.RequestLineTooLong(int max) ->
                response(ProblemType.TOO_LARGE, "The request line exceeds the limit of " + max + " bytes.");
            case HttpFault.HeadersTooLong(int max) ->
                response(ProblemType.HEADERS_TOO_LARGE, "The headers exceed the limit of " + max + " bytes.");
            case HttpFault.BodyTooLarge(long max) ->
                response(ProblemType.TOO_LARGE, "The body exceeds the limit of " + max + " bytes.");
            case HttpFault.RequestTimeout() ->
                response(ProblemType.REQUEST_TIMEOUT, "The request has not arrived in time.");
            case HttpFault.ResponseTimeout() ->
                response(
                        ProblemType.OUTCOME_UNKNOWN,
                        "The request was not served in time. A write may still be executed; read the record.");
        };
    }

    private static HttpResponse response(ProblemType type, String detail) {
        boolean worthRetrying = type == ProblemType.OUTCOME_UNKNOWN || type == ProblemType.TOO_MANY_REQUESTS;
        Map<String, String> headers = new HashMap<>(worthRetrying ? RETRY_AFTER_A_SECOND : Map.of());
        return new HttpResponse(type.status(), PROBLEM_JSON, headers, body(new ProblemException(type, detail)));
    }

    private ProblemResponses() {}
}
