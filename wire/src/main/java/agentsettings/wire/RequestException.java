package agentsettings.wire;

/**
 * Thrown when a request is rejected. It has no stack trace, because the error is the client's. The message is sent to
 * the client and never contains a value, a token or a secret.
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
