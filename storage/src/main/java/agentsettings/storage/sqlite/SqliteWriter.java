package agentsettings.storage.sqlite;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.decisions.Decision;
import agentsettings.core.decisions.Decisions;
import agentsettings.core.decisions.IdempotencyKey;
import agentsettings.core.decisions.OptimisticCreateState;
import agentsettings.core.decisions.State;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchWriter;
import agentsettings.storage.jdbc.UncheckedSqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes batches of commands to the SQLite file, each batch in one transaction. Used by one thread. */
final class SqliteWriter implements BatchWriter {

    private final InstantSource clock;
    private final SettingsIds ids;
    private final Transactions transactions;
    private final Connection connection;
    private final AtomicBoolean atRest;
    private SqliteState state;
    private State optimisticState;
    private SqliteChanges changes;

    /** The driver closes a prepared statement that fails, so after a failure all are prepared anew. */
    private boolean broken;

    /**
     * Takes the connection over.
     *
     * @param atRest kept true while nothing is written and the write-ahead log is empty
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
        state = new SqliteState(connection);
        optimisticState = new OptimisticCreateState(state);
        changes = new SqliteChanges(connection);
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
            return transactions.run(() -> execute(batch));
        } catch (UncheckedSqlException e) {
            throw failed(e.getCause());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreUnavailable failed(SQLException cause) {
        broken = true;
        return new StoreUnavailable("SQLite failed to write", cause);
    }

    /** Moves the write-ahead log into the file, so that readers need not search both. */
    @Override
    public boolean onIdle() {
        try {
            boolean complete = transactions.checkpoint();
            atRest.set(complete);
            return complete;
        } catch (SQLException e) {
            throw new StoreUnavailable("SQLite failed to checkpoint its write-ahead log", e);
        }
    }

    private List<Object> execute(List<Command<?>> batch) throws SQLException {
        Instant now = clock.instant();
        List<Object> outcomes = new ArrayList<>(batch.size());
        for (Command<?> command : batch) {
            outcomes.add(execute(command, now));
        }
        return outcomes;
    }

    /**
     * A create is decided on the state that it nearly always meets, which saves two reads; the insert has that state as its
     * condition. If the condition does not hold, and for any other command, the actual state is read and decided on.
     */
    private Object execute(Command<?> command, Instant now) throws SQLException {
        if (command instanceof CreateSettings create) {
            Decision<CreateSettings.Outcome> assumed = Decisions.decide(create, optimisticState, ids::next, now);
            if (store(create, assumed, now)) {
                return assumed.outcome();
            }
        }
        Decision<?> decision = Decisions.decide(command, state, ids::next, now);
        if (!store(command, decision, now)) {
            throw new IllegalStateException("the state changed under the write lock");
        }
        return decision.outcome();
    }

    private boolean store(Command<?> command, Decision<?> decision, Instant now) throws SQLException {
        if (decision.change() != null && !changes.store(decision.change(), now)) {
            return false;
        }
        if (decision.remembered() != null && command instanceof CreateSettings create) {
            changes.remember(IdempotencyKey.of(create), decision.remembered(), now);
        }
        return true;
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
        state.close();
        changes.close();
    }
}
