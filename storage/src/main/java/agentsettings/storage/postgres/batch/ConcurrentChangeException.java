package agentsettings.storage.postgres.batch;

/** Another transaction changed what a batch was decided on. The batch must be rolled back and executed again. */
public final class ConcurrentChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentChangeException() {
        super("another transaction changed the state", null, false, false);
    }
}
