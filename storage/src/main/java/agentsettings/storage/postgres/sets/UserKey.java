package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.Command;

/** What the database tells users apart by. */
record UserKey(String tenantId, String userId) {

    static UserKey of(Command<?> command) {
        return new UserKey(command.caller().tenantId(), command.userId());
    }
}
