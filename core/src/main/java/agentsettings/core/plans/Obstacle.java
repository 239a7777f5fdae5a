package agentsettings.core.plans;

/** Why a call could not be placed. */
public enum Obstacle {
    UNKNOWN_USER("The tenant space has no such user."),
    UNREADABLE_RECORD("What is stored of the user is not valid; the service's log has the cause."),
    USER_NOT_ACTIVATED("The user is not activated yet."),
    USER_SUSPENDED("The user is suspended."),
    NO_SETTINGS("The user has no settings."),
    NO_SOFTPHONE_NUMBER("The agent is called first, and no softphone number can be rung."),
    /** Not even the tenant space's access code can be presented, if it has one. */
    NO_DISPLAY_NUMBER("No number can be presented."),
    INVALID_CALLED_NUMBER("The called number begins with + and is no number of any network.");

    private final String reason;

    Obstacle(String reason) {
        this.reason = reason;
    }

    /** The reason as a sentence. */
    public String reason() {
        return reason;
    }
}
