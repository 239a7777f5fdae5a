package agentsettings.core.rules;

/** The fields of requests that rules apply to. Their names in the vendor's interface are defined in {@code wire}. */
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
    STATUS,
    NUMBER,
    KINDS
}
