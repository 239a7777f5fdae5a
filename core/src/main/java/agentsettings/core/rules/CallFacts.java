package agentsettings.core.rules;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.List;

/**
 * What of a user and its settings decides whether an outbound call could be placed. Immutable.
 *
 * @param callType null if not set
 * @param hasDisplayNumber whether there is a display number, the default one or another
 * @param hasSoftphoneNumber whether there is a softphone number, the default one or another
 * @param status null if it is not known
 */
public record CallFacts(CallType callType, boolean hasDisplayNumber, boolean hasSoftphoneNumber, UserStatus status) {

    public static CallFacts of(OutboundSettings settings, UserStatus status) {
        return new CallFacts(
                settings.callType(),
                hasNumber(settings.displayNumbers(), settings.defaultDisplayNumber()),
                hasNumber(settings.softphoneNumbers(), settings.defaultSoftphoneNumber()),
                status);
    }

    private static boolean hasNumber(List<PhoneNumber> list, PhoneNumber byDefault) {
        return (list != null && !list.isEmpty()) || (byDefault != null && !byDefault.isNone());
    }

    /**
     * Whether a call could not be placed: the user is not active; there is no number to present, not even the tenant space's access
     * code; or the platform is to call the agent first and has no number of the agent. Whether a number is allotted is another question.
     */
    public boolean callWouldFail(boolean hasAccessCode) {
        boolean canPresent = hasDisplayNumber || hasAccessCode;
        boolean canCallAgent = callType != CallType.BIDIRECTIONAL || hasSoftphoneNumber;
        return status != UserStatus.ACTIVE || !canPresent || !canCallAgent;
    }
}
