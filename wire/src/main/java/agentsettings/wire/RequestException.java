package agentsettings.wire;

/**
 * A request is refused. Thrown wherever that is found out and turned into an answer in one place; it carries no stack trace,
 * since a caller's mistake is no fault of ours. Its message is for the caller and holds no value, token or secret.
 */
public final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReturnCode code;

    public RequestException(ReturnCode code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    public ReturnCode code() {
        return code;
    }
}
