package agentsettings.storage.queue;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchWorker.Pending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Executes queries in batches: those that were queued while the last batch was read. Each result is read after its query was
 * submitted. Safe for use by many threads.
 */
public final class BatchedReader implements AutoCloseable {

    private final BatchWorker<FindSettings, FindSettings.Outcome> worker;

    /** Starts to read. */
    public BatchedReader(BatchReader reader, BatchLimits limits, StorageObserver observer) {
        worker = new BatchWorker<>("reads", limits, new Reads(reader, new ReadFailureLog(System::nanoTime), observer));
    }

    /** Reads a batch from a database. Used by one thread. */
    @FunctionalInterface
    public interface BatchReader {

        /**
         * Executes the queries, each as of some time during the call.
         *
         * @throws StoreUnavailable if the storage failed; any other exception says that a row can't be read
         */
        Map<FindSettings, FindSettings.Outcome> find(List<FindSettings> queries);
    }

    /** Queues the query; see {@link agentsettings.core.store.Store#find}. */
    public CompletionStage<FindSettings.Outcome> submit(FindSettings query) {
        return worker.submit(query);
    }

    /** Rejects new queries and executes those queued. Closing again has no effect. */
    @Override
    public void close() {
        worker.close();
    }

    /** Reads the worker's batches. */
    private record Reads(BatchReader reader, ReadFailureLog failures, StorageObserver observer)
            implements BatchWorker.Processor<FindSettings, FindSettings.Outcome> {

        @Override
        public void process(List<Pending<FindSettings, FindSettings.Outcome>> batch) {
            try {
                read(batch);
            } catch (StoreUnavailable unavailable) {
                fail(batch, unavailable);
            } catch (Throwable failure) { // an Error must not end the thread: its callers would wait for ever
                failOrReadEachAlone(batch, failure);
            }
        }

        private void read(List<Pending<FindSettings, FindSettings.Outcome>> batch) {
            Map<FindSettings, FindSettings.Outcome> outcomes =
                    reader.find(batch.stream().map(Pending::request).toList());
            batch.forEach(pending -> pending.complete(outcomes.get(pending.request())));
        }

        /** Reads each query's row by itself, so that one that can't be read fails only its own query. */
        private void failOrReadEachAlone(List<Pending<FindSettings, FindSettings.Outcome>> batch, Throwable failure) {
            if (batch.size() == 1) {
                fail(batch, new StoreUnavailable("The read failed", failure));
            } else {
                batch.forEach(pending -> process(List.of(pending)));
            }
        }

        private void fail(List<Pending<FindSettings, FindSettings.Outcome>> batch, StoreUnavailable unavailable) {
            failures.failed(unavailable);
            batch.forEach(pending -> {
                observer.readFailed();
                pending.completeExceptionally(unavailable);
            });
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
