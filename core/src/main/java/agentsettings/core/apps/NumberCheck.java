package agentsettings.core.apps;

/** What happens to a write with a number that is not allotted to the tenant space. */
public enum NumberCheck {
    /** Nothing: numbers are not checked. */
    OFF,
    /** It succeeds, with a warning. */
    WARN,
    /** It is refused. */
    ENFORCE
}
