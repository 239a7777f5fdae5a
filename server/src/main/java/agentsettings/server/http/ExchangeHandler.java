package agentsettings.server.http;

/** A door's side of one exchange. Called on the connection's event loop; its methods must neither block nor throw. */
public interface ExchangeHandler {

    /**
     * Begins to serve the request, whose head has arrived, by {@link HttpExchange#receive} for the whole body or
     * {@link HttpExchange#stream} for the body as it arrives.
     */
    void begin();

    /** Serves the request with the {@link HttpExchange#body body} that {@link HttpExchange#receive} asked for. */
    default void received() {}

    /**
     * Responds to a failure in the door's own form. The response must be given before this returns; otherwise the connection is closed
     * without one.
     */
    void fail(HttpFault fault);
}
