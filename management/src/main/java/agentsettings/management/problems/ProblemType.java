package agentsettings.management.problems;

/** The kinds of problems: the end of the URN that names each, its status and its title. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request is invalid"),
    NOT_AUTHENTICATED("not-authenticated", 401, "A management key is required"),
    NOT_PERMITTED("not-permitted", 403, "The management key does not permit this"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation is acceptable"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not arrive in time"),
    ALREADY_EXISTS("already-exists", 409, "It already exists"),
    IN_USE("in-use", 409, "It is in use"),
    WRONG_STATE("wrong-state", 409, "Its state does not permit this"),
    CURSOR_EXPIRED("cursor-expired", 410, "The cursor has expired"),
    VERSION_CHANGED("version-changed", 412, "The record has another version"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not supported"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    FAILED("failed", 500, "The service failed"),
    NOT_IMPLEMENTED("not-implemented", 501, "Not supported"),
    UNAVAILABLE("unavailable", 503, "The service is not available"),
    OUTCOME_UNKNOWN("outcome-unknown", 504, "The outcome is not known");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The type's URN. */
    public String urn() {
        return "urn:agentsettings:problem:" + slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
