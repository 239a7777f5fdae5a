package peer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import peer.settings.AgentSettings;
import peer.settings.AgentSettingsService.Found;
import peer.settings.OutboundSettings;

/** The response body of a query. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsResponse(
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

    static SettingsResponse of(Found found, String requestedUserId) {
        AgentSettings settings = found.settings();
        OutboundSettings outbound = settings.getOutbound();
        return new SettingsResponse(
                "0",
                outbound.callNumber(),
                outbound.callerPresent(),
                outbound.callNumberDefault(),
                found.account(),
                settings.getId().toString(),
                requestedUserId,
                outbound.callerPresentDefault(),
                "query success",
                outbound.callType(),
                settings.getCreatedAt().toString(),
                settings.getTenantId());
    }
}
