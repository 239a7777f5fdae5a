package agentsettings.management.exchange;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.users.UserKey;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A request to an operation. Its parameters are valid by the document; its body is once it is read. Immutable, if the body is. */
public final class ApiRequest {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Map<String, String> parameters;
    private final Sent sent;
    private final String accepted;
    private final AdmittedKey admitted;
    private final String nextPage;

    /** What was sent with a request. */
    sealed interface Sent {

        /** Distinguishes the body from others. */
        String digest();
    }

    /** No body. */
    record Nothing() implements Sent {
        @Override
        public String digest() {
            return "";
        }
    }

    /** A file, whose reader digests it. */
    record SentFile(Upload upload) implements Sent {
        @Override
        public String digest() {
            return "";
        }
    }

    /**
     * A body in JSON, as it was sent.
     *
     * @param faults those that the document's schema finds
     * @param digest distinguishes the body from others
     */
    record SentBody(JsonNode json, List<Fault> faults, String digest) implements Sent {}

    /**
     * A request.
     *
     * @param parameters the values of the path's, the query's and the headers' parameters that were sent, by name
     * @param accepted the media type of the response, null if it has no body
     * @param nextPage the path of the next page of a list, to which only the cursor must be added
     */
    ApiRequest(Map<String, String> parameters, Sent sent, String accepted, AdmittedKey admitted, String nextPage) {
        this.parameters = Map.copyOf(parameters);
        this.sent = sent;
        this.accepted = accepted;
        this.admitted = admitted;
        this.nextPage = nextPage;
    }

    /** A parameter that is required. */
    public String required(String name) {
        return parameters.get(name);
    }

    /** A parameter that may be absent. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether a parameter is true; false if it is absent. */
    public boolean flag(String name) {
        return "true".equals(parameters.get(name));
    }

    /**
     * The body.
     *
     * @param rules finds the faults of values; must cope with any body
     * @throws ProblemException with every fault that the schema and the rules find; where both do, in the words of the rules
     */
    public JsonNode body(Function<JsonNode, List<Fault>> rules) {
        SentBody body = (SentBody) sent;
        List<Fault> faults = new ArrayList<>(rules.apply(body.json()));
        Set<String> places = faults.stream().map(Fault::place).collect(Collectors.toCollection(HashSet::new));
        body.faults().stream().filter(fault -> places.add(fault.place())).forEach(faults::add);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return body.json();
    }

    /** The file that is the body of the request. */
    public Upload upload() {
        return ((SentFile) sent).upload();
    }

    /**
     * The idempotency key of the request, if it has one.
     *
     * @param subject what the request is about besides its body
     */
    public Optional<Idempotency> idempotency(String subject) {
        return parameter(IDEMPOTENCY_KEY).map(key -> new Idempotency(key, subject + sent.digest()));
    }

    /** The media type of the response. */
    public String accepted() {
        return accepted;
    }

    /** The key that the request was sent with. */
    public ManagementKey key() {
        return admitted.key();
    }

    /** The agent who sent the request, if one did, who may see and change only their own settings. */
    public Optional<UserKey> agent() {
        return admitted.agent();
    }

    /** The caller of a request that is about a tenant space of its path. */
    public Caller caller() {
        return admitted.caller(required("tenantId"));
    }

    /** The path of the next page of a list. */
    public String nextPage(String cursor) {
        return nextPage + cursor;
    }
}
