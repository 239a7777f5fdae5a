package agentsettings.wire.names;

import agentsettings.core.numbers.NumberField;
import agentsettings.core.rules.Field;

/** The names of the fields in the vendor's interface. */
public final class FieldNames {

    public static final String ID = "id";
    public static final String USER_ID = "userId";
    public static final String CALL_TYPE = "callType";
    public static final String CALLER_PRESENT = "callerPresent";
    public static final String CALL_NUMBER = "callNumber";
    public static final String CALLER_PRESENT_DEFAULT = "callerPresentDefault";
    public static final String CALL_NUMBER_DEFAULT = "callNumberDefault";
    public static final String USER_ACCOUNT = "userAccount";
    public static final String USER_NAME = "userName";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String DESCRIPTION = "description";
    public static final String STATUS = "status";

    public static final String RETURN_CODE = "returnCode";
    public static final String RETURN_DESC = "returnDesc";
    public static final String AGENT_NAME = "agentName";
    public static final String CREATE_TIME = "createTime";

    /** The name of the returnCode in the response to adding a user, and the object that has the user's id. */
    public static final String RETCODE = "retcode";

    public static final String RESULT = "result";

    public static final String APP_KEY = "app_key";
    public static final String APP_SECRET = "app_secret";
    public static final String ACCESS_TOKEN = "AccessToken";
    public static final String EXPIRES = "Expires";

    public static String of(Field field) {
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
            case NUMBER -> "number";
            case KINDS -> "kinds";
        };
    }

    public static String of(NumberField field) {
        return switch (field) {
            case DISPLAY_NUMBERS -> CALLER_PRESENT;
            case SOFTPHONE_NUMBERS -> CALL_NUMBER;
            case DEFAULT_DISPLAY_NUMBER -> CALLER_PRESENT_DEFAULT;
            case DEFAULT_SOFTPHONE_NUMBER -> CALL_NUMBER_DEFAULT;
        };
    }

    private FieldNames() {}
}
