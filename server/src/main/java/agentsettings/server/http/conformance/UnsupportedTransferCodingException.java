package agentsettings.server.http.conformance;

/** Thrown when a body has a transfer coding other than chunked. It has no stack trace, because the error is the client's. */
public final class UnsupportedTransferCodingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedTransferCodingException() {
        super(null, null, false, false);
    }
}
