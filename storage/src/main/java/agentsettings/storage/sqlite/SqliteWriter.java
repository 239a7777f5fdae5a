package agentsettings.storage.sqlite;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchWriter;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.jdbc.UserTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Applies commands to the SQLite file, a batch in one transaction. The file's write lock is held throughout, so what is asked
 * inside the transaction stays true until its commit. Used by one thread.
 */
final class SqliteWriter implements BatchWriter {

    private final InstantSource clock;
    private final SettingsIds ids;
    private final Transactions transactions;
    private final Connection connection;
    private final AtomicBoolean atRest;
    private SettingsTable settings;
    private UserTable users;
    private ChangeLog changeLog;
    private IdempotencyKeys idempotencyKeys;

    /** The driver lets go of a prepared statement that fails, so after a failure all are prepared anew. */
    private boolean broken;

    /**
     * Takes the connection over.
     *
     * @param atRest kept true while nothing is written and the file alone holds everything
     */
    SqliteWriter(Connection connection, SettingsIds ids, InstantSource clock, AtomicBoolean atRest)
            throws SQLException {
        this.clock = clock;
        this.ids = ids;
        this.atRest = atRest;
        this.connection = connection;
        transactions = new Transactions(connection);
        prepare();
    }

    private void prepare() throws SQLException {
        settings = new SettingsTable(connection);
        users = new UserTable(connection);
        changeLog = new ChangeLog(connection);
        idempotencyKeys = new IdempotencyKeys(connection);
    }

    @Override
    public List<Object> write(List<Command<?>> batch) {
        atRest.set(false);
        try {
            if (broken) {
                closeStatements();
                prepare();
                broken = false;
            }
            return transactions.run(() -> apply(batch));
        } catch (SQLException e) {
            broken = true;
            throw new StoreUnavailable("SQLite failed to write", e);
        }
    }

    /** What the log holds goes into the file, so that readers needn't look into both. */
    @Override
    public boolean onIdle() {
        try {
            boolean whole = transactions.checkpoint();
            atRest.set(whole);
            return whole;
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to move its log into the file", e);
        }
    }

    private List<Object> apply(List<Command<?>> batch) throws SQLException {
        long now = clock.millis();
        List<Object> outcomes = new ArrayList<>(batch.size());
        for (Command<?> command : batch) {
            outcomes.add(apply(command, now));
        }
        return outcomes;
    }

    private Object apply(Command<?> command, long now) throws SQLException {
        return switch (command) {
            case CreateSettings create -> create.idempotency() == null ? create(create, now) : createOnce(create, now);
            case UpdateSettings update -> update(update, now);
            case DeleteSettings delete -> delete(delete, now);
            case AddUser addUser -> add(addUser, now);
        };
    }

    private CreateSettings.Outcome createOnce(CreateSettings command, long now) throws SQLException {
        Optional<CreateSettings.Outcome> earlier = idempotencyKeys.earlierOutcome(command, now);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        CreateSettings.Outcome outcome = create(command, now);
        idempotencyKeys.remember(command, outcome, now);
        return outcome;
    }

    private CreateSettings.Outcome create(CreateSettings command, long now) throws SQLException {
        long id = ids.next();
        if (settings.insert(command, id, now)) {
            changeLog.append(Change.created(command, id), now);
            return new CreateSettings.Created(id);
        }
        return users.exists(command.caller().tenantId(), command.userId())
                ? new CreateSettings.AlreadyExists()
                : new CreateSettings.UnknownUser();
    }

    private UpdateSettings.Outcome update(UpdateSettings command, long now) throws SQLException {
        String tenantId = command.caller().tenantId();
        Optional<SettingsTable.Stored> stored = settings.find(tenantId, command.userId());
        if (stored.isEmpty()) {
            return users.exists(tenantId, command.userId())
                    ? new UpdateSettings.NoSettings()
                    : new UpdateSettings.UnknownUser();
        }
        long id = stored.get().id();
        if (id != command.id()) {
            return new UpdateSettings.IdMismatch();
        }
        OutboundSettings before = stored.get().outbound();
        OutboundSettings after = before.with(command.changes());
        settings.update(tenantId, command.userId(), after, now);
        changeLog.append(Change.updated(command, before, after), now);
        return new UpdateSettings.Updated(id);
    }

    private DeleteSettings.Outcome delete(DeleteSettings command, long now) throws SQLException {
        String tenantId = command.caller().tenantId();
        Optional<SettingsTable.Stored> stored = settings.find(tenantId, command.userId());
        if (stored.isEmpty()) {
            return users.exists(tenantId, command.userId())
                    ? new DeleteSettings.NoSettings()
                    : new DeleteSettings.UnknownUser();
        }
        settings.delete(tenantId, command.userId());
        changeLog.append(Change.deleted(command, stored.get().id(), stored.get().outbound()), now);
        return new DeleteSettings.Deleted();
    }

    private AddUser.Outcome add(AddUser command, long now) throws SQLException {
        AddUser chosen = users.withId(command, ids::next);
        AddUser.Outcome outcome = users.insert(chosen, now);
        if (outcome instanceof AddUser.Added) {
            changeLog.append(Change.userAdded(chosen), now);
        }
        return outcome;
    }

    @Override
    public void close() {
        try (transactions) {
            closeStatements();
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to close", e);
        }
    }

    private void closeStatements() throws SQLException {
        settings.close();
        users.close();
        changeLog.close();
        idempotencyKeys.close();
    }
}
