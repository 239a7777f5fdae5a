package agentsettings.core.store;

/** The storage failed; the cause says how. Nothing was changed. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
