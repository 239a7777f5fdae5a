package agentsettings.core.settings;

import java.util.Optional;

/** How the platform places an agent's outbound call. */
public enum CallType {
    DIRECT("0"),
    /** The platform rings the agent first, then the called party, and joins them. */
    BIDIRECTIONAL("1"),
    PASS_THROUGH("2");

    private final String code;

    CallType(String code) {
        this.code = code;
    }

    /** The digit that stands for it on the wire and in the database. */
    public String code() {
        return code;
    }

    /** The type that this digit stands for. */
    public static Optional<CallType> of(String code) {
        return switch (code) {
            case "0" -> Optional.of(DIRECT);
            case "1" -> Optional.of(BIDIRECTIONAL);
            case "2" -> Optional.of(PASS_THROUGH);
            default -> Optional.empty();
        };
    }
}
