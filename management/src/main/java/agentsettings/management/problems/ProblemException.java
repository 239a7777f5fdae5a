package agentsettings.management.problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Thrown to end a request with a problem. It has no stack trace, because it says all that the client needs. Immutable. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;
    private final transient Optional<JsonNode> current;

    private ProblemException(
            ProblemType type,
            String detail,
            List<Fault> faults,
            Map<String, String> headers,
            Optional<JsonNode> current) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
        this.current = current;
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of(), Optional.empty());
    }

    /** A problem whose response has more headers. */
    public ProblemException(ProblemType type, String detail, Map<String, String> headers) {
        this(type, detail, List.of(), headers, Optional.empty());
    }

    /** A request with these faults, of which there is at least one. */
    public static ProblemException invalid(List<Fault> faults) {
        String detail =
                faults.size() == 1 ? faults.getFirst().sentence() : "The request has " + faults.size() + " faults.";
        return new ProblemException(ProblemType.INVALID_REQUEST, detail, faults, Map.of(), Optional.empty());
    }

    /** A request under an idempotency key that another request was sent with. */
    public static ProblemException idempotencyKeyReused() {
        return invalid(List.of(Fault.ofParameter("Idempotency-Key", "was used for another request.")));
    }

    /**
     * The condition of a request does not hold.
     *
     * @param current the record as it is now, a JSON null if there is none
     * @param tag its entity tag, if there is one
     */
    public static ProblemException changed(JsonNode current, Optional<String> tag) {
        return new ProblemException(
                ProblemType.VERSION_CHANGED,
                "The record is not in the version that the request requires; nothing was changed.",
                List.of(),
                tag.map(quoted -> Map.of("etag", quoted)).orElse(Map.of()),
                Optional.of(current));
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Optional<JsonNode> current() {
        return current;
    }
}
