package agentsettings.core.plans;

import agentsettings.core.settings.PhoneNumber;

/**
 * A number and how it is dialled in a tenant space. Immutable.
 *
 * @param number as it is written
 * @param e164 null unless it is a number of a public network
 */
public record ParsedNumber(PhoneNumber number, Kind kind, String e164) {

    /** How a number is dialled. */
    public enum Kind {
        /** It is a valid number of a public network. */
        PUBLIC,
        /** It is a short number of the region's network, such as the hotline of a bank. */
        SHORT,
        EMERGENCY,
        /** It has * or #: a code of the platform or of the network. */
        CODE,
        /** It is no number of the region's network: an extension, or a number within the platform. */
        INTERNAL,
        /** It is not known, since the tenant space has no region, or one without a numbering plan. */
        UNRESOLVED,
        /** It begins with a plus and is no number of any network. */
        INVALID
    }

    /** Whether a call to it can be placed: to all but those of which it is certain that they do not exist. */
    public boolean isDialable() {
        return kind != Kind.INVALID;
    }

    /**
     * Whether networks present it to a called party: a public or short number, and where it is not known, any of digits only. Networks
     * do not carry * and #, and do not accept an emergency number, nor a number within the platform.
     */
    public boolean isPresentable() {
        return kind == Kind.PUBLIC || kind == Kind.SHORT || kind == Kind.UNRESOLVED;
    }

    /** Equal for numbers that are the same: in E.164, and otherwise as they are written. */
    String identity() {
        return e164 != null ? e164 : number.digits();
    }
}
