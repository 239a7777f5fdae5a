package agentsettings.storage.jdbc;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.OutboundSettings;

/**
 * A change as the change log tells it.
 *
 * @param settingsId null when it isn't about settings
 * @param before null when there were none
 * @param after null when there are none any more
 */
public record Change(
        Action action, Caller caller, String userId, Long settingsId, OutboundSettings before, OutboundSettings after) {

    /** What was done. */
    public enum Action {
        CREATE("create"),
        UPDATE("update"),
        DELETE("delete"),
        ADD_USER("add user");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static Change created(CreateSettings command, long id) {
        return new Change(Action.CREATE, command.caller(), command.userId(), id, null, command.outbound());
    }

    public static Change updated(UpdateSettings command, OutboundSettings before, OutboundSettings after) {
        return new Change(Action.UPDATE, command.caller(), command.userId(), command.id(), before, after);
    }

    public static Change deleted(DeleteSettings command, long id, OutboundSettings before) {
        return new Change(Action.DELETE, command.caller(), command.userId(), id, before, null);
    }

    public static Change userAdded(AddUser command) {
        return new Change(Action.ADD_USER, command.caller(), command.userId(), null, null, null);
    }
}
