package agentsettings.core.store;

/** The storage failed during a commit; the cause says how. The command may or may not have been executed. */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
