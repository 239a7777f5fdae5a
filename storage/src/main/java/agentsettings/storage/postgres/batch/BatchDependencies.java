package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.users.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the decisions on a batch of commands depend on. Used by one thread.
 *
 * @param additions the users to add, each with the ids that it gets unless they are taken
 * @param keyed the creates with an idempotency key
 * @param created the users that the batch only creates settings for
 * @param read the users whose settings it may also update or delete
 */
record BatchDependencies(
        List<AddUser> additions, List<CreateSettings> keyed, SortedSet<UserKey> created, SortedSet<UserKey> read) {

    /**
     * @param newIds the first id that each command may use
     */
    static BatchDependencies of(List<Command<?>> batch, long[] newIds) {
        List<AddUser> additions = new ArrayList<>();
        List<CreateSettings> keyed = new ArrayList<>();
        Map<UserKey, Boolean> users = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            Command<?> command = batch.get(i);
            if (command instanceof AddUser addition) {
                additions.add(addition.withIds(Long.toString(newIds[i])));
            }
            if (command instanceof CreateSettings create && create.idempotency() != null) {
                keyed.add(create);
            }
            if (command.userId() != null) {
                users.merge(command.user(), command instanceof CreateSettings, (one, another) -> false);
            }
        }
        BatchDependencies dependencies = new BatchDependencies(additions, keyed, new TreeSet<>(), new TreeSet<>());
        users.forEach((user, onlyCreated) -> (onlyCreated ? dependencies.created : dependencies.read).add(user));
        return dependencies;
    }
}
