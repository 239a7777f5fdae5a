package agentsettings.storage;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Reads for many callers at once: a lane takes the questions that gathered while it read the answers to the last, so each answer is
 * read after its question came. Safe for use by many threads.
 */
public final class BatchedReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BatchedReader.class.getName());

    private final Lane<FindSettings, FindSettings.Outcome> lane;

    /** Starts to read. */
    public BatchedReader(BatchReader reader, BatchLimits limits) {
        lane = new Lane<>("reads", limits, new Reads(reader));
    }

    /** An engine's way to read. Used by one thread. */
    @FunctionalInterface
    public interface BatchReader {

        /**
         * The answers to the questions, each as it was at some time during the call.
         *
         * @throws StoreUnavailable when the storage failed
         */
        Map<FindSettings, FindSettings.Outcome> find(List<FindSettings> questions);
    }

    /** Queues the question; see {@link agentsettings.core.store.Store#find}. */
    public CompletionStage<FindSettings.Outcome> submit(FindSettings question) {
        return lane.submit(question);
    }

    /** Refuses new questions and answers those queued. Closing again does nothing. */
    @Override
    public void close() {
        lane.close();
    }

    /** What the lane does. */
    private record Reads(BatchReader reader) implements Lane.Work<FindSettings, FindSettings.Outcome> {

        @Override
        public void on(List<Lane.Waiting<FindSettings, FindSettings.Outcome>> batch) {
            try {
                Map<FindSettings, FindSettings.Outcome> outcomes =
                        reader.find(batch.stream().map(Lane.Waiting::question).toList());
                batch.forEach(waiting -> waiting.answer().complete(outcomes.get(waiting.question())));
            } catch (Throwable failure) { // an Error must not end the lane: its callers would wait for ever
                LOG.log(System.Logger.Level.WARNING, "Reads failed", failure);
                Throwable told = failure instanceof StoreUnavailable
                        ? failure
                        : new StoreUnavailable("The read failed", failure);
                batch.forEach(waiting -> waiting.answer().completeExceptionally(told));
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
