package agentsettings.client;

/**
 * The request was not executed, and nothing was changed: there was no connection, or the service could not take the
 * request, or what was asked changes nothing and no valid response came. The same request may succeed later.
 */
public final class ServiceUnavailableException extends ClientException {

    private static final long serialVersionUID = 1L;

    public ServiceUnavailableException(Details details) {
        super(details, "", null);
    }
}
