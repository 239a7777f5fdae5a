package agentsettings.management.exchange;

import agentsettings.management.contract.ApiOperation;
import agentsettings.management.contract.ApiParameter;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a request to an operation and checks it against the document. Every fault is reported at once. Used by one thread. */
public final class RequestReader {

    private static final String AFTER = "after";

    private final ApiOperation operation;
    private final HttpServerRequest request;
    private final AdmittedKey admitted;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();

    /** A reader of a request that was sent with this key. */
    public RequestReader(ApiOperation operation, HttpServerRequest request, AdmittedKey admitted) {
        this.operation = operation;
        this.request = request;
        this.admitted = admitted;
    }

    /**
     * The parameters of the path by name.
     *
     * @throws ProblemException if no record can have such a path
     */
    public static Map<String, String> pathParameters(ApiOperation operation, String path) {
        String[] names = operation.path().split("/", -1);
        String[] segments = path.split("/", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), decoded(segments[i]));
            }
        }
        for (ApiParameter parameter : operation.parameters()) {
            if (parameter.isInPath()
                    && !parameter.faults(parameters.get(parameter.name())).isEmpty()) {
                throw new ProblemException(ProblemType.NOT_FOUND, "Nothing can have this path.");
            }
        }
        return parameters;
    }

    /** A plus sign stands for itself in a path. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Nothing can have this path: an escape is not valid.");
        }
    }

    /**
     * The request with its body.
     *
     * @throws ProblemException if it is not as the document says
     */
    public ApiRequest read(byte[] body) {
        return read(() -> operation.hasBody() ? readBody(body) : new ApiRequest.Nothing());
    }

    /**
     * The request with a file as its body, which is not read yet.
     *
     * @throws ProblemException if it is not as the document says
     */
    public ApiRequest readUpload(InputStream body) {
        return read(() -> {
            String encoding = request.getHeader("content-encoding");
            String type = Negotiation.consumed(request.getHeader("content-type"), encoding, true, operation.consumed());
            return new ApiRequest.SentFile(new Upload(type, Negotiation.isGzip(encoding), body));
        });
    }

    private ApiRequest read(Supplier<ApiRequest.Sent> body) {
        values.putAll(pathParameters(operation, request.path()));
        readQuery();
        readHeaders();
        String accepted = Negotiation.accepted(
                request.headers().contains("accept")
                        ? String.join(",", request.headers().getAll("accept"))
                        : null,
                operation.produced());
        ApiRequest.Sent sent = body.get();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new ApiRequest(values, sent, accepted, admitted, nextPage());
    }

    private void readQuery() {
        MultiMap query = query();
        Map<String, ApiParameter> known = operation.parameters().stream()
                .filter(ApiParameter::isInQuery)
                .collect(Collectors.toMap(ApiParameter::name, parameter -> parameter));
        for (String name : query.names()) {
            if (!known.containsKey(name)) {
                faults.add(Fault.ofParameter(name, "is not a parameter of this operation."));
            }
        }
        known.forEach((name, parameter) -> take(parameter, query.getAll(name)));
    }

    private String nextPage() {
        StringBuilder next = new StringBuilder(request.path()).append('?');
        query().forEach((name, value) -> {
            if (!name.equals(AFTER)) {
                next.append(encoded(name)).append('=').append(encoded(value)).append('&');
            }
        });
        return next.append(AFTER).append('=').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private MultiMap query() {
        try {
            return request.params(true);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The query is not valid: an escape is not valid.");
        }
    }

    private void readHeaders() {
        for (ApiParameter parameter : operation.parameters()) {
            if (!parameter.isInPath() && !parameter.isInQuery()) {
                take(parameter, request.headers().getAll(parameter.name()));
            }
        }
    }

    private void take(ApiParameter parameter, List<String> sent) {
        if (sent.size() > 1) {
            faults.add(Fault.ofParameter(parameter.name(), "must be sent only once."));
            return;
        }
        String value = sent.isEmpty() ? null : sent.getFirst();
        List<Fault> found = parameter.faults(value);
        faults.addAll(found);
        if (found.isEmpty() && value != null) {
            values.put(parameter.name(), value);
        }
    }

    private ApiRequest.SentBody readBody(byte[] body) {
        String type = Negotiation.consumed(
                request.getHeader("content-type"), request.getHeader("content-encoding"), false, operation.consumed());
        JsonNode json = ApiJson.parse(body);
        return new ApiRequest.SentBody(json, operation.bodyFaults(type, ApiJson.plain(json)), digest(body));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
