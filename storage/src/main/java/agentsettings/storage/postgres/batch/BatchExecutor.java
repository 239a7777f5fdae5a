package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.decisions.Change;
import agentsettings.core.decisions.Decision;
import agentsettings.core.decisions.Decisions;
import agentsettings.core.decisions.IdempotencyKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.SettingsRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Executes a batch of commands within one transaction: locks and reads the state that the batch depends on, decides the commands in
 * order, and writes all that they change as sets. A user that the batch only creates settings for is not read, but assumed to exist
 * without settings; the insert has that as its condition. Used by one thread.
 */
public final class BatchExecutor {

    private final List<Command<?>> batch;
    private final LongSupplier ids;
    private final Instant now;
    private final StateReader reader;
    private final NewUserReader newUsers;
    private final SetWriter writer;

    /** The first id that each command may use. */
    private final long[] newIds;

    private BatchExecutor(Connection connection, List<Command<?>> batch, LongSupplier ids, Instant now) {
        this.batch = batch;
        this.ids = ids;
        this.now = now;
        this.reader = new StateReader(connection);
        this.newUsers = new NewUserReader(connection);
        this.writer = new SetWriter(connection);
        this.newIds = batch.stream().mapToLong(command -> ids.getAsLong()).toArray();
    }

    /**
     * Executes the commands, but for the change log and the commit.
     *
     * @return the decision of each command, in order
     * @throws ConcurrentChangeException if the transaction must be rolled back and the batch executed again
     */
    public static List<Decision<?>> execute(
            Connection connection, List<Command<?>> batch, LongSupplier ids, Instant now) throws SQLException {
        return new BatchExecutor(connection, batch, ids, now).execute();
    }

    /** The changes that were decided, in the order of their commands. */
    public static List<Change> changes(List<Decision<?>> decisions) {
        List<Change> changes = new ArrayList<>(decisions.size());
        for (Decision<?> decision : decisions) {
            if (decision.change() != null) {
                changes.add(decision.change());
            }
        }
        return changes;
    }

    private List<Decision<?>> execute() throws SQLException {
        BatchState initial = lockAndRead(BatchDependencies.of(batch, newIds));
        List<Decision<?>> decisions = decide(initial);
        NetChange net = NetChange.of(changes(decisions), now);
        if (!net.addedUsers().isEmpty()) {
            writer.insertUsers(net.addedUsers());
        }
        if (!net.inserted().isEmpty()
                && writer.insertSettings(net.inserted()) < net.inserted().size()) {
            decisions = decideAgain(initial, net);
            net = NetChange.of(changes(decisions), now);
        }
        writer.write(net);
        remember(decisions);
        return decisions;
    }

    /**
     * Locks and reads what the batch depends on. All batches lock in one order, so that no two wait for each other: first the right to
     * add users to tenant spaces, then idempotency keys, then settings, each kind sorted. Users that settings are only created for are
     * not read, but assumed to exist without settings.
     */
    private BatchState lockAndRead(BatchDependencies dependencies) throws SQLException {
        BatchState initial = new BatchState(newUsers);
        if (!dependencies.additions().isEmpty()) {
            newUsers.lock(dependencies.additions());
        }
        if (!dependencies.keyed().isEmpty()) {
            reader.lockKeys(dependencies.keyed(), now, initial);
        }
        dependencies.created().forEach(user -> initial.putUser(user, true));
        if (!dependencies.read().isEmpty()) {
            reader.lockSettings(dependencies.read(), initial);
        }
        if (!dependencies.additions().isEmpty()) {
            newUsers.readTaken(dependencies.additions(), initial);
        }
        return initial;
    }

    private List<Decision<?>> decide(BatchState initial) {
        BatchState state = initial.copy();
        List<Decision<?>> decisions = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Decision<?> decision = Decisions.decide(batch.get(i), state, idsFrom(newIds[i]), now);
            state.apply(batch.get(i), decision);
            decisions.add(decision);
        }
        return decisions;
    }

    /** The same first id each time the command is decided. */
    private LongSupplier idsFrom(long first) {
        boolean[] used = {false};
        return () -> {
            if (used[0]) {
                return ids.getAsLong();
            }
            used[0] = true;
            return first;
        };
    }

    /**
     * Decides again on what the database really holds, after it has not inserted some of the settings. The batch must start again if
     * it changes any of these settings after all, because they are not locked, or if a user that is inserted already gets another id.
     */
    private List<Decision<?>> decideAgain(BatchState initial, NetChange net) throws SQLException {
        List<UserKey> refused = refuse(initial, net);
        List<Decision<?>> decisions = decide(initial);
        NetChange again = NetChange.of(changes(decisions), now);
        if (!Collections.disjoint(refused, again.usersOfSettings())
                || !again.addedUsers().equals(net.addedUsers())) {
            throw new ConcurrentChangeException();
        }
        return decisions;
    }

    /** Corrects the initial state of the users whose settings were not inserted, and returns these users. */
    private List<UserKey> refuse(BatchState initial, NetChange net) throws SQLException {
        Set<UserKey> added =
                net.addedUsers().stream().map(row -> row.added().user()).collect(Collectors.toSet());
        BatchState actual = new BatchState(newUsers);
        reader.readUsersAndSettings(
                net.inserted().stream().map(SettingsRow::user).toList(), actual);
        List<UserKey> refused = new ArrayList<>();
        for (SettingsRow row : net.inserted()) {
            UserKey user = row.user();
            StoredSettings stored = actual.settings(user).orElse(null);
            if (stored == null || stored.id() != row.settings().id()) {
                refused.add(user);
                initial.putSettings(user, stored);
                initial.putUser(user, actual.userExists(user) && !added.contains(user));
            }
        }
        return refused;
    }

    private void remember(List<Decision<?>> decisions) throws SQLException {
        List<IdempotencyRow> rows = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).remembered() != null && batch.get(i) instanceof CreateSettings create) {
                rows.add(new IdempotencyRow(
                        IdempotencyKey.of(create), decisions.get(i).remembered()));
            }
        }
        if (!rows.isEmpty()) {
            writer.remember(rows, now);
        }
    }
}
