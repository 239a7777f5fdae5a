package agentsettings.storage.postgres.batch;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.commands.Command;
import agentsettings.core.decisions.Decision;
import agentsettings.core.decisions.Decisions;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.ChangedState;
import agentsettings.core.users.UserKey;
import agentsettings.storage.jobs.JobSteps;
import agentsettings.storage.postgres.statements.NetChange;
import agentsettings.storage.postgres.statements.NumberStatements;
import agentsettings.storage.postgres.statements.SetWriter;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.UserRow;
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

    /** Another transaction changed what a batch was decided on. The batch must be rolled back and executed again. */
    public static final class ConcurrentChangeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConcurrentChangeException() {
            super("another transaction changed the state", null, false, false);
        }
    }

    private final List<Command<?>> batch;
    private final BatchNumbers numbers;
    private final Instant now;
    private final StateReader reader;
    private final UserStateReader userReader;
    private final NumberStatements numberStatements;
    private final SetWriter writer;
    private final JobSteps jobs;
    private final UnloggedWriter unloggedWriter;

    private BatchExecutor(Connection connection, List<Command<?>> batch, BatchNumbers numbers, Instant now) {
        this.batch = batch;
        this.numbers = numbers;
        this.now = now;
        this.reader = new StateReader(connection);
        this.userReader = new UserStateReader(connection);
        this.numberStatements = new NumberStatements(connection);
        this.writer = new SetWriter(connection);
        this.jobs = new JobSteps(connection);
        this.unloggedWriter = new UnloggedWriter(connection, jobs);
    }

    /**
     * Executes the commands, but for the change log and the commit.
     *
     * @param ids supplies new ids
     * @param lastChange the number of the node's last change
     * @return the decision of each command, in order
     * @throws ConcurrentChangeException if the transaction must be rolled back and the batch executed again
     */
    public static List<Decision<?>> execute(
            Connection connection, List<Command<?>> batch, LongSupplier ids, ChangeNumber lastChange, Instant now)
            throws SQLException {
        BatchNumbers numbers = new BatchNumbers(batch.size(), ids, lastChange);
        return new BatchExecutor(connection, batch, numbers, now).execute();
    }

    private List<Decision<?>> execute() throws SQLException {
        BatchDependencies dependencies = BatchDependencies.of(batch, numbers.firstIds());
        BatchState initial = lockAndRead(dependencies);
        List<Decision<?>> decisions = decide(initial);
        NetChange net = NetChange.of(Decision.changesOf(decisions), now);
        if (!net.insertedUsers().isEmpty()) {
            writer.insertUsers(net.insertedUsers());
        }
        if (!net.inserted().isEmpty()
                && writer.insertSettings(net.inserted()) < net.inserted().size()) {
            decisions = decideAgain(initial, net);
            NetChange again = NetChange.of(Decision.changesOf(decisions), now);
            writer.write(again.corrections(net));
            net = again;
        }
        writer.write(net);
        unloggedWriter.write(decisions);
        forgetExpired(dependencies.keyed());
        return decisions;
    }

    /**
     * Removes up to two expired idempotency keys for each that was claimed, whether or not an outcome is remembered under it. Those are of
     * one tenant space, that of any of the keys; on average each gets its share.
     */
    private void forgetExpired(List<Command<?>> keyed) throws SQLException {
        if (!keyed.isEmpty()) {
            writer.forgetExpired(keyed.getFirst().caller().tenantId(), 2 * keyed.size(), now);
        }
    }

    /**
     * Locks and reads what the batch depends on. All batches lock in one order, so that no two wait for each other: first jobs, then the
     * right to add and edit the users of tenant spaces, then idempotency keys, then allotted numbers, then settings, then users, each kind
     * sorted. Users that settings are only created for are not read, but assumed to exist without settings.
     */
    private BatchState lockAndRead(BatchDependencies dependencies) throws SQLException {
        BatchState initial = new BatchState(userReader);
        for (JobKey job : dependencies.jobs()) {
            jobs.lock(job).ifPresent(progress -> initial.putJob(job, progress));
        }
        if (!dependencies.tenantsOfUsers().isEmpty()) {
            userReader.lockTenants(dependencies.tenantsOfUsers());
        }
        if (!dependencies.keyed().isEmpty()) {
            reader.lockKeys(dependencies.keyed(), now, initial);
        }
        if (!dependencies.numbers().isEmpty()) {
            boolean forEdit = !dependencies.editedNumbers().isEmpty();
            numberStatements.lock(dependencies.numbers(), forEdit, initial::putNumber);
        }
        if (dependencies.deleteUsers()) {
            userReader.lockAllSettings();
        }
        dependencies.created().forEach(user -> initial.putUser(user, true));
        if (!dependencies.read().isEmpty()) {
            reader.lockSettings(dependencies.read(), initial);
        }
        userReader.readTaken(dependencies, initial);
        if (!dependencies.edits().isEmpty()) {
            userReader.lockUsers(
                    dependencies.edits().stream().map(Command::user).toList(), initial);
        }
        return initial;
    }

    private List<Decision<?>> decide(BatchState initial) {
        ChangedState state = new ChangedState(initial);
        List<Decision<?>> decisions = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            numbers.begin(i);
            Decision<?> decision = Decisions.decide(batch.get(i), state, numbers, now);
            state.apply(decision.changes(), decision.unlogged());
            decisions.add(decision);
        }
        return decisions;
    }

    /**
     * Decides again on what the database really holds, after it has not inserted some of the settings. The batch must start again if
     * it changes any of these settings after all, because they are not locked, or if a user that is inserted already gets another id.
     */
    private List<Decision<?>> decideAgain(BatchState initial, NetChange net) throws SQLException {
        List<UserKey> refused = refuse(initial, net);
        List<Decision<?>> decisions = decide(initial);
        NetChange again = NetChange.of(Decision.changesOf(decisions), now);
        if (!Collections.disjoint(refused, again.usersOfSettings())
                || !keys(again.insertedUsers()).equals(keys(net.insertedUsers()))) {
            throw new ConcurrentChangeException();
        }
        return decisions;
    }

    private static List<UserKey> keys(List<UserRow> rows) {
        return rows.stream().map(UserRow::key).toList();
    }

    /** Corrects the initial state of the users whose settings were not inserted, and returns these users. */
    private List<UserKey> refuse(BatchState initial, NetChange net) throws SQLException {
        Set<UserKey> added = net.insertedUsers().stream().map(UserRow::key).collect(Collectors.toSet());
        BatchState actual = new BatchState(userReader);
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
}
