package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.observation.StorageObserver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Executes the queries of one turn of a thread together, in one read transaction, which costs less than one transaction each. It
 * begins after the last of them was enqueued, so each sees every write acknowledged before. Safe for use by many threads, each of
 * which has turns of its own.
 */
final class QueryBatcher {

    private final Reads reads;
    private final Executor endOfTurn;
    private final StorageObserver observer;
    private final ReadFailureLog failures = new ReadFailureLog(System::nanoTime);
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

    /**
     * Batches queries.
     *
     * @param endOfTurn runs a task on the calling thread at the end of its turn
     * @param observer is told of queries that fail
     */
    QueryBatcher(Reads reads, Executor endOfTurn, StorageObserver observer) {
        this.observer = observer;
        this.reads = reads;
        this.endOfTurn = endOfTurn;
    }

    /** Executes queries in one read transaction. Used by many threads. */
    interface Reads {
        List<FindSettings.Outcome> find(List<FindSettings> queries) throws SQLException;
    }

    /** The queries of a thread's current turn, with their results. */
    private static final class Turn {
        private List<FindSettings> queries = new ArrayList<>();
        private List<CompletableFuture<FindSettings.Outcome>> results = new ArrayList<>();
    }

    /** Executes the query at the end of the turn. */
    CompletionStage<FindSettings.Outcome> enqueue(FindSettings query) {
        Turn turn = turns.get();
        CompletableFuture<FindSettings.Outcome> result = new CompletableFuture<>();
        turn.queries.add(query);
        turn.results.add(result);
        if (turn.queries.size() == 1) {
            endOfTurn.execute(() -> end(turn));
        }
        return result;
    }

    /** Empties the turn first: a result may let its connection's next query in. */
    private void end(Turn turn) {
        List<FindSettings> queries = turn.queries;
        List<CompletableFuture<FindSettings.Outcome>> results = turn.results;
        turn.queries = new ArrayList<>();
        turn.results = new ArrayList<>();
        try {
            List<FindSettings.Outcome> outcomes = reads.find(queries);
            for (int i = 0; i < outcomes.size(); i++) {
                results.get(i).complete(outcomes.get(i));
            }
        } catch (Throwable failure) { // an Error, too, must complete the results: their callers would wait for ever
            failOrRetryEach(queries, results, failure);
        }
    }

    /** Executes each query in a transaction of its own, so that one whose row can't be read fails alone. */
    private void failOrRetryEach(
            List<FindSettings> queries, List<CompletableFuture<FindSettings.Outcome>> results, Throwable failure) {
        if (queries.size() == 1) {
            fail(results.getFirst(), failure);
            return;
        }
        for (int i = 0; i < queries.size(); i++) {
            try {
                results.get(i).complete(reads.find(List.of(queries.get(i))).getFirst());
            } catch (Throwable again) {
                fail(results.get(i), again);
            }
        }
    }

    private void fail(CompletableFuture<FindSettings.Outcome> result, Throwable failure) {
        failures.failed(failure);
        observer.readFailed();
        result.completeExceptionally(new StoreUnavailable("SQLite failed to read", failure));
    }
}
