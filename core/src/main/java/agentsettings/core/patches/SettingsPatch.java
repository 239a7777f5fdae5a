package agentsettings.core.patches;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;

/** A partial change of outbound settings. Immutable, if the lists are. */
public record SettingsPatch(
        Edit<CallType> callType,
        Edit<List<PhoneNumber>> displayNumbers,
        Edit<List<PhoneNumber>> softphoneNumbers,
        Edit<PhoneNumber> defaultDisplayNumber,
        Edit<PhoneNumber> defaultSoftphoneNumber) {

    /** What the patch assigns, and nothing else. */
    public OutboundSettings assigned() {
        return appliedTo(OutboundSettings.UNSET);
    }

    /** The settings after the patch. */
    public OutboundSettings appliedTo(OutboundSettings settings) {
        return new OutboundSettings(
                callType.appliedTo(settings.callType()),
                displayNumbers.appliedTo(settings.displayNumbers()),
                softphoneNumbers.appliedTo(settings.softphoneNumbers()),
                defaultDisplayNumber.appliedTo(settings.defaultDisplayNumber()),
                defaultSoftphoneNumber.appliedTo(settings.defaultSoftphoneNumber()));
    }
}
