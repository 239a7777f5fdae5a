package agentsettings.client.management.jobs;

import agentsettings.core.jobs.RowFault;
import agentsettings.core.settings.OutboundSettings;
import java.util.List;

/**
 * What a bulk change would do to the settings of a user. Immutable.
 *
 * @param account null if there is no such user; so is {@code name}
 * @param before without values if the user has no settings
 * @param after the same as {@code before} if there are faults
 * @param faults why the user would not be changed
 */
public record PlannedChange(
        String userId,
        String account,
        String name,
        OutboundSettings before,
        OutboundSettings after,
        List<Fault> faults) {

    public PlannedChange {
        faults = List.copyOf(faults);
    }

    /**
     * Why a user would not be changed.
     *
     * @param code as that of a fault of the change
     */
    public record Fault(String column, RowFault.Code code, String detail) {}
}
