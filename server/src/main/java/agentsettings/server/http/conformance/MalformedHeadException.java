package agentsettings.server.http.conformance;

/** Thrown when a head is not valid HTTP. The message is for the client. It has no stack trace, because the error is the client's. */
public final class MalformedHeadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedHeadException(String message) {
        super(message, null, false, false);
    }
}
