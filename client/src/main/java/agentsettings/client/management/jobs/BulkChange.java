package agentsettings.client.management.jobs;

import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.SettingsFilter;
import java.util.List;

/** The same change of the settings of many users of a tenant space. Immutable. */
public record BulkChange(Users users, SettingsPatch patch) {

    /** Whose settings are changed. */
    public sealed interface Users {

        /** Users by their ids. */
        record Listed(List<String> userIds) implements Users {
            public Listed {
                userIds = List.copyOf(userIds);
            }
        }

        /** All whose settings meet the conditions. */
        record Found(SettingsFilter filter) implements Users {}
    }
}
