package agentsettings.storage;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.BatchWorker.Pending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Executes queries in batches: those that were queued while the last batch was read. Each result is read after its query was
 * submitted. Safe for use by many threads.
 */
public final class BatchedReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BatchedReader.class.getName());

    private final BatchWorker<FindSettings, FindSettings.Outcome> worker;

    /** Starts to read. */
    public BatchedReader(BatchReader reader, BatchLimits limits) {
        worker = new BatchWorker<>("reads", limits, new Reads(reader));
    }

    /** Reads a batch from a database. Used by one thread. */
    @FunctionalInterface
    public interface BatchReader {

        /**
         * Executes the queries, each as of some time during the call.
         *
         * @throws StoreUnavailable if the storage failed
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
    private record Reads(BatchReader reader) implements BatchWorker.Processor<FindSettings, FindSettings.Outcome> {

        @Override
        public void process(List<Pending<FindSettings, FindSettings.Outcome>> batch) {
            try {
                Map<FindSettings, FindSettings.Outcome> outcomes =
                        reader.find(batch.stream().map(Pending::request).toList());
                batch.forEach(pending -> pending.result().complete(outcomes.get(pending.request())));
            } catch (Throwable failure) { // an Error must not end the thread: its callers would wait for ever
                LOG.log(System.Logger.Level.WARNING, "A batch of reads failed", failure);
                Throwable unavailable = failure instanceof StoreUnavailable
                        ? failure
                        : new StoreUnavailable("The read failed", failure);
                batch.forEach(pending -> pending.result().completeExceptionally(unavailable));
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
