package agentsettings.core.store;

/** The storage was lost while it committed; the cause says how. The command may have been executed, or not. */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
