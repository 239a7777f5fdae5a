package agentsettings.core.users;

import java.util.Arrays;
import java.util.Optional;

/** Whether a user may work. It is kept for the vendor's clients; settings don't depend on it. */
public enum UserStatus {
    TO_BE_ACTIVATED("0"),
    ACTIVE("1"),
    SUSPENDED("2");

    private final String code;

    UserStatus(String code) {
        this.code = code;
    }

    /** The digit that stands for it on the wire and in the database. */
    public String code() {
        return code;
    }

    /** The status that this digit stands for. */
    public static Optional<UserStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
