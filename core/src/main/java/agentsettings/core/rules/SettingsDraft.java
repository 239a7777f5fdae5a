package agentsettings.core.rules;

import java.util.List;

/** The fields of a request on settings, decoded but not yet checked: text as sent, null if absent. Immutable. */
public record SettingsDraft(
        String id,
        String userId,
        String callType,
        List<String> displayNumbers,
        List<String> softphoneNumbers,
        String defaultDisplayNumber,
        String defaultSoftphoneNumber) {}
