package agentsettings.client.management.numbers;

/** What becomes of the settings that use a number when it is taken back. */
public enum UsesThen {
    /** They are left as they are. */
    KEEP,
    /** The number is taken out of them, each a change with a version and a place in the history. */
    CLEAR
}
