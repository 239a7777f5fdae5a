package agentsettings.core.rules;

import java.util.List;

/** What a request asks for, read but not yet checked: every part is text as sent, null where absent. */
public record SettingsDraft(
        String id,
        String userId,
        String callType,
        List<String> displayNumbers,
        List<String> softphoneNumbers,
        String defaultDisplayNumber,
        String defaultSoftphoneNumber) {}
