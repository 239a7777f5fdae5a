package agentsettings.core.queries;

import agentsettings.core.settings.CallType;
import java.time.Instant;
import java.util.Optional;

/**
 * Which settings of a tenant space are listed: those that meet every condition. Immutable.
 *
 * @param text part of the USER_ID, SUM_USER_ID, account or name, whatever the case of its letters
 * @param number a number that is one of the settings' numbers or defaults, of either kind
 * @param displayNumber a number that is one of the display numbers or their default
 * @param softphoneNumber a number that is one of the softphone numbers or their default
 * @param updatedSince the time of the last change, or an earlier one
 * @param wouldFail whether only settings are listed with which a call would fail, as {@link Summary#wouldFail} counts them
 */
public record SettingsFilter(
        String tenantId,
        Optional<String> text,
        Optional<CallType> callType,
        Optional<String> number,
        Optional<String> displayNumber,
        Optional<String> softphoneNumber,
        Optional<Instant> updatedSince,
        boolean wouldFail) {}
