package peer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import peer.settings.AgentSettings;
import peer.settings.AgentSettingsService.Found;
import peer.settings.OutboundSettings;

/** What a query is answered with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsAnswer(
        String returnCode,
        List<String> callNumber,
        List<String> callerPresent,
        String callNumberDefault,
        String agentName,
        String id,
        String userId,
        String callerPresentDefault,
        String returnDesc,
        String callType,
        String createTime,
        String tenantId) {

    static SettingsAnswer of(Found found, String userIdAsAsked) {
        AgentSettings settings = found.settings();
        OutboundSettings outbound = settings.getOutbound();
        return new SettingsAnswer(
                "0",
                outbound.callNumber(),
                outbound.callerPresent(),
                outbound.callNumberDefault(),
                found.account(),
                settings.getId().toString(),
                userIdAsAsked,
                outbound.callerPresentDefault(),
                "query success",
                outbound.callType(),
                settings.getCreatedAt().toString(),
                settings.getTenantId());
    }
}
