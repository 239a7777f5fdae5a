package agentsettings.client;

/**
 * The request was sent, and no response says what became of it. It may have been executed, or may still be. The client
 * has not repeated it unless that is safe; query what is stored before you do.
 */
public final class OutcomeUnknownException extends ClientException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(Details details) {
        this(details, null);
    }

    /** The request was sent, and the failure prevented it from being repeated. */
    public OutcomeUnknownException(Details details, ClientException failure) {
        super(details, "outcome unknown: ", failure);
    }
}
