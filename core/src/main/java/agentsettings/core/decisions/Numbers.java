package agentsettings.core.decisions;

/** Supplies the numbers of what a decision makes. */
public interface Numbers {

    /** A new id for settings or for a user. */
    long nextId();

    /** The {@link agentsettings.core.changes.ChangeNumber} of the decision's next change. */
    long nextChange();
}
