package agentsettings.core.users;

import java.util.Arrays;
import java.util.Optional;

/** The state of a user's account. It is stored for the vendor's clients and has no effect on settings. */
public enum UserStatus {
    TO_BE_ACTIVATED("0"),
    ACTIVE("1"),
    SUSPENDED("2");

    private final String code;

    UserStatus(String code) {
        this.code = code;
    }

    /** Returns the digit that encodes this status in the interface and in the database. */
    public String code() {
        return code;
    }

    /** Returns the status with this code, if there is one. */
    public static Optional<UserStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
