package agentsettings.core.rules;

/** What a rule can be about. The vendor's names for these live with the wire format. */
public enum Field {
    SETTINGS_ID,
    USER_ID,
    SUM_USER_ID,
    CALL_TYPE,
    DISPLAY_NUMBERS,
    SOFTPHONE_NUMBERS,
    DEFAULT_DISPLAY_NUMBER,
    DEFAULT_SOFTPHONE_NUMBER,
    ACCOUNT,
    USER_NAME,
    PHONE,
    EMAIL,
    DESCRIPTION,
    STATUS
}
