package agentsettings.client;

/**
 * The service rejected the request, and nothing was changed. The same request would be rejected again: it breaks a rule,
 * or its credentials are not accepted.
 */
public final class RequestRejectedException extends ClientException {

    private static final long serialVersionUID = 1L;

    public RequestRejectedException(Details details) {
        super(details, "", null);
    }
}
