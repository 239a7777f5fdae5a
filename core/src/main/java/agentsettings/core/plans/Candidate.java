package agentsettings.core.plans;

/** A number that a call could use, and what becomes of it. Immutable. */
public record Candidate(ParsedNumber number, Source source, Verdict verdict) {

    /** Where a number comes from, in the order in which numbers are considered. */
    public enum Source {
        DEFAULT,
        LIST,
        /** The tenant space's access code, which is presented when no other number can be. */
        ACCESS_CODE
    }

    /** Why a number is taken or passed over. */
    public enum Verdict {
        /** It is the first that can be used. */
        TAKEN,
        /** It could be used, but one before it is taken. */
        FALLBACK,
        /** It could be rung, but the platform does not call the agent. */
        NOT_RUNG,
        /** It is the same number as one before it. */
        DUPLICATE,
        /** It begins with a plus and is no number of any network. */
        INVALID,
        /** Networks do not present it. */
        NOT_PRESENTABLE,
        /** The tenant space checks its numbers, and this one is not allotted for this use. */
        NOT_ALLOTTED
    }

    /** Why it is taken or passed over, as a sentence. */
    public String reason() {
        return switch (verdict) {
            case TAKEN -> "It is the first that can be used.";
            case FALLBACK -> "It could be used, but one before it is taken.";
            case NOT_RUNG -> "It could be rung, but with this call type the agent is not called.";
            case DUPLICATE -> "It is the same number as one before it.";
            case INVALID -> "It begins with + and is no number of any network.";
            case NOT_PRESENTABLE -> notPresentable(number.kind());
            case NOT_ALLOTTED -> "It is not allotted to the tenant space for this use.";
        };
    }

    private static String notPresentable(ParsedNumber.Kind kind) {
        return switch (kind) {
            case CODE -> "Networks do not present a number with * or #.";
            case EMERGENCY -> "Networks do not present an emergency number.";
            case INTERNAL, PUBLIC, SHORT, UNRESOLVED, INVALID ->
                "It is no number of the region's network, and only those are presented.";
        };
    }
}
