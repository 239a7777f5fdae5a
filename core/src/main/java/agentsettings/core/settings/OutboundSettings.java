package agentsettings.core.settings;

import java.util.List;

/**
 * How an agent's outbound calls are placed. A part that is null says nothing: it was never set, or it stays as it is. An empty
 * list and {@link PhoneNumber#NONE} are values: no numbers, no default. Lists keep order and repeats, and a default need not
 * be in its list.
 *
 * @param displayNumbers numbers shown to the called party, at most {@value #NUMBERS_MAX}
 * @param softphoneNumbers the agent's own phones, at most {@value #NUMBERS_MAX}
 */
public record OutboundSettings(
        CallType callType,
        List<PhoneNumber> displayNumbers,
        List<PhoneNumber> softphoneNumbers,
        PhoneNumber defaultDisplayNumber,
        PhoneNumber defaultSoftphoneNumber) {

    public static final int NUMBERS_MAX = 5;

    /** These settings with every part that the changes name replaced by theirs. */
    public OutboundSettings with(OutboundSettings changes) {
        return new OutboundSettings(
                orElse(changes.callType, callType),
                orElse(changes.displayNumbers, displayNumbers),
                orElse(changes.softphoneNumbers, softphoneNumbers),
                orElse(changes.defaultDisplayNumber, defaultDisplayNumber),
                orElse(changes.defaultSoftphoneNumber, defaultSoftphoneNumber));
    }

    private static <T> T orElse(T changed, T current) {
        return changed != null ? changed : current;
    }
}
