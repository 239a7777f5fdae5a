package agentsettings.storage.observation;

import java.util.List;

/** Is told of the batches that the storage writes, and of reads that fail. Called by the threads that write and read; its methods must neither block nor throw. */
public interface StorageObserver {

    /** One that ignores everything. */
    StorageObserver NONE = new StorageObserver() {};

    /** One that tells all of these. */
    static StorageObserver all(List<StorageObserver> observers) {
        return switch (observers.size()) {
            case 0 -> NONE;
            case 1 -> observers.getFirst();
            default -> new EveryStorageObserver(List.copyOf(observers));
        };
    }

    /**
     * Notes that a batch was executed and committed.
     *
     * @param commands their number
     * @param nanos the time for executing and committing it, in nanoseconds
     */
    default void written(int commands, long nanos) {}

    /** Notes the time that a commit took by itself; with it, the storage makes a batch durable. */
    default void committed(long nanos) {}

    /** Notes that a batch failed and changed nothing. */
    default void failed() {}

    /** Notes that a query for settings failed. */
    default void readFailed() {}

    /** Notes that a batch failed, and that nobody can tell whether it was committed. */
    default void outcomeUnknown() {}
}
