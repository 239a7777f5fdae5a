package agentsettings.core.settings;

import java.util.List;

/**
 * How an agent's outbound calls are placed. In a record, null means that the field was never set; in an update, that it
 * does not change. An empty list and {@link PhoneNumber#NONE} are values: no numbers, no default. Lists preserve order
 * and duplicates. A default number need not be in the list. Immutable, if the lists are.
 *
 * @param displayNumbers numbers shown to the called party, at most {@value #NUMBERS_MAX}
 * @param softphoneNumbers the agent's own phone numbers, at most {@value #NUMBERS_MAX}
 */
public record OutboundSettings(
        CallType callType,
        List<PhoneNumber> displayNumbers,
        List<PhoneNumber> softphoneNumbers,
        PhoneNumber defaultDisplayNumber,
        PhoneNumber defaultSoftphoneNumber) {

    public static final int NUMBERS_MAX = 5;

    /** Settings of which nothing is set. */
    public static final OutboundSettings UNSET = new OutboundSettings(null, null, null, null, null);

    /** Returns these settings with each field that is not null in the changes replaced. */
    public OutboundSettings with(OutboundSettings changes) {
        return new OutboundSettings(
                orElse(changes.callType, callType),
                orElse(changes.displayNumbers, displayNumbers),
                orElse(changes.softphoneNumbers, softphoneNumbers),
                orElse(changes.defaultDisplayNumber, defaultDisplayNumber),
                orElse(changes.defaultSoftphoneNumber, defaultSoftphoneNumber));
    }

    private static <T> T orElse(T change, T current) {
        return change != null ? change : current;
    }
}
