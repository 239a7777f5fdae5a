package agentsettings.wire;

import agentsettings.core.rules.Field;

/** The names of the fields in the vendor's interface. */
final class FieldNames {

    static final String ID = "id";
    static final String USER_ID = "userId";
    static final String CALL_TYPE = "callType";
    static final String CALLER_PRESENT = "callerPresent";
    static final String CALL_NUMBER = "callNumber";
    static final String CALLER_PRESENT_DEFAULT = "callerPresentDefault";
    static final String CALL_NUMBER_DEFAULT = "callNumberDefault";
    static final String USER_ACCOUNT = "userAccount";
    static final String USER_NAME = "userName";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String DESCRIPTION = "description";
    static final String STATUS = "status";

    static String of(Field field) {
        return switch (field) {
            case SETTINGS_ID -> ID;
            case USER_ID -> USER_ID;
            case SUM_USER_ID -> "sumUserId";
            case CALL_TYPE -> CALL_TYPE;
            case DISPLAY_NUMBERS -> CALLER_PRESENT;
            case SOFTPHONE_NUMBERS -> CALL_NUMBER;
            case DEFAULT_DISPLAY_NUMBER -> CALLER_PRESENT_DEFAULT;
            case DEFAULT_SOFTPHONE_NUMBER -> CALL_NUMBER_DEFAULT;
            case ACCOUNT -> USER_ACCOUNT;
            case USER_NAME -> USER_NAME;
            case PHONE -> PHONE;
            case EMAIL -> EMAIL;
            case DESCRIPTION -> DESCRIPTION;
            case STATUS -> STATUS;
        };
    }

    private FieldNames() {}
}
