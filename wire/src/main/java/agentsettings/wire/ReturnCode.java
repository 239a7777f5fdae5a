package agentsettings.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every {@code returnCode} of a response, with its HTTP status. The vendor defines 0 and the statuses 200, 400, 401,
 * 404 and 500; the other codes and statuses are defined here and never change.
 */
public enum ReturnCode {
    SUCCESS("0", 200),

    NOT_JSON("1001", 400),
    NOT_AN_OBJECT("1002", 400),
    WRONG_TYPE("1003", 400),
    MISSING("1004", 400),
    VALUE_REFUSED("1005", 400),
    DUPLICATE_KEY("1006", 400),
    TOO_LARGE("1007", 413),
    MEDIA_TYPE("1008", 415),
    METHOD("1009", 405),
    TRANSFER_CODING("1010", 501),

    NO_CREDENTIALS("2001", 401),
    TOKEN_REFUSED("2002", 401),
    APP_REFUSED("2003", 401),
    WRONG_TENANT_SPACE("2004", 401),
    TOO_MANY_REQUESTS("2005", 429),

    UNKNOWN_PATH("4001", 404),

    UNKNOWN_USER("5001", 500),
    SETTINGS_EXIST("5002", 500),
    NO_SETTINGS("5003", 500),
    ID_MISMATCH("5004", 500),
    NUMBER_NOT_ALLOTTED("5005", 500),
    ACCOUNT_TAKEN("5006", 500),

    SERVICE_FAILED("9000", 503),
    OVERLOADED("9001", 503),
    STORAGE_UNAVAILABLE("9002", 503),
    OUTCOME_UNKNOWN("9003", 503);

    private static final Map<String, ReturnCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReturnCode::code, Function.identity()));

    private final String code;
    private final int status;

    ReturnCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    /** Returns the one with this code, if there is one. */
    public static Optional<ReturnCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether the same request may succeed later. */
    public boolean isWorthRetrying() {
        return status == 503 || status == 429;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }
}
