package agentsettings.storage.postgres.batch;

import agentsettings.core.decisions.Decision;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.state.UnloggedChange.JobAdvanced;
import agentsettings.core.state.UnloggedChange.NumberChanged;
import agentsettings.core.state.UnloggedChange.Remembered;
import agentsettings.storage.jobs.JobSteps;
import agentsettings.storage.postgres.batch.BatchExecutor.ConcurrentChangeException;
import agentsettings.storage.postgres.statements.NumberStatements;
import agentsettings.storage.postgres.statements.SetWriter;
import agentsettings.storage.tables.IdempotencyRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what decisions store beside the change log. Used by one thread, within a transaction. */
record UnloggedWriter(Connection connection, JobSteps jobs) {

    /**
     * Writes what was decided.
     *
     * @throws ConcurrentChangeException if the transaction must be rolled back and the batch executed again
     */
    void write(List<Decision<?>> decisions) throws SQLException {
        List<IdempotencyRow> remembered = new ArrayList<>();
        List<NumberChanged> numbers = new ArrayList<>();
        for (Decision<?> decision : decisions) {
            for (UnloggedChange change : decision.unlogged()) {
                switch (change) {
                    case Remembered(var key, var outcome) -> remembered.add(new IdempotencyRow(key, outcome));
                    case NumberChanged number -> numbers.add(number);
                    case JobAdvanced advanced -> jobs.store(advanced);
                }
            }
        }
        if (!numbers.isEmpty() && !new NumberStatements(connection).write(numbers)) {
            throw new ConcurrentChangeException();
        }
        if (!remembered.isEmpty()) {
            new SetWriter(connection).remember(remembered);
        }
    }
}
