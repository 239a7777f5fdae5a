package agentsettings.core.settings;

import java.util.Optional;

/** How the platform places an agent's outbound call. The codes are the vendor's. */
public enum CallType {
    DIRECT("0"),
    /** The platform calls the agent first, then the called party, and connects them. */
    BIDIRECTIONAL("1"),
    PASS_THROUGH("2");

    private final String code;

    CallType(String code) {
        this.code = code;
    }

    /** Returns the digit that encodes this type in the interface and in the database. */
    public String code() {
        return code;
    }

    /** Returns the type with this code, if there is one. */
    public static Optional<CallType> of(String code) {
        return switch (code) {
            case "0" -> Optional.of(DIRECT);
            case "1" -> Optional.of(BIDIRECTIONAL);
            case "2" -> Optional.of(PASS_THROUGH);
            default -> Optional.empty();
        };
    }
}
