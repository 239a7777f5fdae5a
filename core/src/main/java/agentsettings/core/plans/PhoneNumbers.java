package agentsettings.core.plans;

import java.util.Optional;

/** What the numbering plans of the public networks say of a number. Safe for use by many threads. */
public interface PhoneNumbers {

    /** What a short number reaches in the public network of a region. */
    enum ShortNumber {
        NOTHING,
        /** A service, such as the hotline of a bank. */
        SERVICE,
        EMERGENCY_SERVICE
    }

    /** Whether there is a numbering plan for the region. */
    boolean knowsRegion(String region);

    /**
     * The number in E.164, if it is a valid number of a public network.
     *
     * @param number digits, after a plus if it is in the international form
     * @param region where it is dialled, an ISO 3166 code; empty if that is not known, and then only the international form is understood
     */
    Optional<String> e164(String number, Optional<String> region);

    /**
     * What the number reaches if it is a short number.
     *
     * @param number digits
     * @param region one that is known
     */
    ShortNumber shortNumber(String number, String region);
}
