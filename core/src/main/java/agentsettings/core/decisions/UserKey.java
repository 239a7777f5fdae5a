package agentsettings.core.decisions;

import agentsettings.core.commands.Command;

/** Identifies a user: its tenant space and its USER_ID. */
public record UserKey(String tenantId, String userId) implements Comparable<UserKey> {

    /** The user that the command is about; its USER_ID is null if the command leaves it to be chosen. */
    public static UserKey of(Command<?> command) {
        return new UserKey(command.caller().tenantId(), command.userId());
    }

    /** Compares tenant spaces first. */
    @Override
    public int compareTo(UserKey other) {
        int byTenant = tenantId.compareTo(other.tenantId);
        return byTenant != 0 ? byTenant : userId.compareTo(other.userId);
    }
}
