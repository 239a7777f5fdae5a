package agentsettings.core.store;

/** The store rejected a request: too many are queued, or it is stopping. Nothing was executed. */
public final class StoreOverloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreOverloaded(String message) {
        super(message, null, false, false);
    }
}
