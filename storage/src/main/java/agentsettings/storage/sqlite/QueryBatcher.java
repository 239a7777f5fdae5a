package agentsettings.storage.sqlite;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
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

    private final SqliteReaders readers;
    private final Executor endOfTurn;
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

    /**
     * Batches the queries to these readers.
     *
     * @param endOfTurn runs a task on the calling thread at the end of its turn
     */
    QueryBatcher(SqliteReaders readers, Executor endOfTurn) {
        this.readers = readers;
        this.endOfTurn = endOfTurn;
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
            List<FindSettings.Outcome> outcomes = readers.find(queries);
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
            results.getFirst().completeExceptionally(new StoreUnavailable("SQLite failed to read", failure));
            return;
        }
        for (int i = 0; i < queries.size(); i++) {
            try {
                results.get(i).complete(readers.find(List.of(queries.get(i))).getFirst());
            } catch (Throwable again) {
                results.get(i).completeExceptionally(new StoreUnavailable("SQLite failed to read", again));
            }
        }
    }
}
