package agentsettings.core.store;

/** The store takes no more commands now: too many are waiting, or it is stopping. The command was not executed. */
public final class StoreOverloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreOverloaded(String message) {
        super(message, null, false, false);
    }
}
