package agentsettings.client.management.jobs;

import agentsettings.core.settings.OutboundSettings;

/** What a bulk change would do to the settings of a user. Immutable. */
public record PlannedChange(
        String userId, String account, String name, OutboundSettings before, OutboundSettings after) {}
