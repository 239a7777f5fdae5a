package agentsettings.storage.postgres.batch;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.JobStep;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.patches.Edit;
import agentsettings.core.users.UserKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the decisions on a batch of commands depend on. Used by one thread.
 *
 * @param jobs the jobs to advance
 * @param additions the users to add, each with the ids that it gets unless they are taken
 * @param edits the commands that edit, add or delete the user with a USER_ID
 * @param keyed the commands with an idempotency key
 * @param created the users that the batch only creates settings for
 * @param read the users whose settings it may also update or delete
 * @param checkedNumbers the numbers that must be allotted, or are to be warned of
 * @param editedNumbers the allotted numbers that are edited
 */
record BatchDependencies(
        SortedSet<JobKey> jobs,
        List<AddUser> additions,
        List<Command<?>> edits,
        List<Command<?>> keyed,
        SortedSet<UserKey> created,
        SortedSet<UserKey> read,
        SortedSet<NumberKey> checkedNumbers,
        SortedSet<NumberKey> editedNumbers) {

    /**
     * @param newIds the first id that each command may use
     */
    static BatchDependencies of(List<Command<?>> batch, long[] newIds) {
        BatchDependencies dependencies = new BatchDependencies(
                new TreeSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        Map<UserKey, Boolean> onlyCreated = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            dependencies.add(batch.get(i), newIds[i], onlyCreated);
        }
        onlyCreated.forEach((user, only) -> (only ? dependencies.created : dependencies.read).add(user));
        return dependencies;
    }

    private void add(Command<?> command, long newId, Map<UserKey, Boolean> onlyCreated) {
        if (command instanceof AddUser addition) {
            additions.add(addition.withIds(Long.toString(newId)));
        }
        if (command instanceof EditUser || command instanceof UpsertUser) {
            edits.add(command);
        }
        if (command instanceof EditNumber edit) {
            editedNumbers.add(edit.key());
        }
        if (command.caller().numberCheck() != NumberCheck.OFF) {
            String tenantId = command.caller().tenantId();
            command.numbersSet().forEach(used -> checkedNumbers.add(new NumberKey(tenantId, used.number())));
        }
        if (command.idempotency() != null) {
            keyed.add(command);
        }
        if (command instanceof JobStep step) {
            add(step, newId, onlyCreated);
        }
        if (command.userId() != null) {
            onlyCreated.merge(command.user(), command instanceof CreateSettings, (one, another) -> false);
        }
    }

    /** The users of its rows are read: a step that only checks inserts nothing that would tell whether they exist. */
    private void add(JobStep step, long newId, Map<UserKey, Boolean> onlyCreated) {
        jobs.add(step.job());
        for (JobStep.Row row : step.rows()) {
            if (row instanceof JobStep.Row.Change(long number, var command)) {
                add(command, newId, onlyCreated);
                if (command.userId() != null) {
                    onlyCreated.put(command.user(), false);
                }
            }
        }
    }

    /** The tenant spaces whose users the batch adds or edits. */
    SortedSet<String> tenantsOfUsers() {
        SortedSet<String> tenants = new TreeSet<>();
        additions.forEach(addition -> tenants.add(addition.caller().tenantId()));
        edits.forEach(edit -> tenants.add(edit.caller().tenantId()));
        return tenants;
    }

    /** The numbers that must be locked: all in the same way, so that two batches lock them in one order. */
    SortedSet<NumberKey> numbers() {
        SortedSet<NumberKey> all = new TreeSet<>(checkedNumbers);
        all.addAll(editedNumbers);
        return all;
    }

    boolean deleteUsers() {
        return edits.stream()
                .anyMatch(command -> command instanceof EditUser edit && edit.edit() instanceof EditUser.Delete);
    }

    /** The accounts that users may get by edits, by tenant space. */
    Map<String, List<String>> newAccounts() {
        Map<String, List<String>> accounts = new HashMap<>();
        for (Command<?> command : edits) {
            Edit<String> account = switch (command) {
                case EditUser edit when edit.edit() instanceof EditUser.Patch(var patch) -> patch.account();
                case UpsertUser upsert -> upsert.patch().account();
                default -> Edit.keep();
            };
            if (account.assigns()) {
                ofTenant(command, accounts).add(account.value());
            }
        }
        return accounts;
    }

    /** The SUM_USER_IDs that users may be added with by edits, by tenant space. */
    Map<String, List<String>> newSumUserIds() {
        Map<String, List<String>> ids = new HashMap<>();
        for (Command<?> command : edits) {
            if (command instanceof UpsertUser upsert) {
                ofTenant(command, ids).add(upsert.newSumUserId());
            }
        }
        return ids;
    }

    private static List<String> ofTenant(Command<?> command, Map<String, List<String>> byTenant) {
        return byTenant.computeIfAbsent(command.caller().tenantId(), tenant -> new ArrayList<>());
    }

    /** These users by their tenant spaces, sorted. */
    static SortedMap<String, List<UserKey>> byTenant(Collection<UserKey> users) {
        SortedMap<String, List<UserKey>> byTenant = new TreeMap<>();
        for (UserKey user : new TreeSet<>(users)) {
            byTenant.computeIfAbsent(user.tenantId(), tenant -> new ArrayList<>())
                    .add(user);
        }
        return byTenant;
    }
}
