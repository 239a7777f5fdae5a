package agentsettings.core.store;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Keeps settings and users. Acknowledged means durable: a stage completes only after everything that its outcome says is committed
 * to disk, and every later query sees it. Safe for use by many threads.
 */
public interface Store extends AutoCloseable {

    /**
     * Executes a command. Never blocks. The stage may complete on a thread of the store, which must not be kept busy. The command
     * can be cancelled by the stage's future: if {@code cancel} returns true, it was not and will not be executed; if false, its
     * execution has begun.
     *
     * @return completes exceptionally with {@link StoreOverloaded} if the command was rejected, {@link StoreUnavailable} if the
     *     storage failed and nothing was changed, {@link OutcomeUnknown} if it failed and nobody can tell
     */
    <O> CompletionStage<O> write(Command<O> command);

    /**
     * Finds a user's settings.
     *
     * @return the outcome as of some time after the call; completes exceptionally with {@link StoreOverloaded} if the query was
     *     rejected, {@link StoreUnavailable} if the storage failed
     */
    CompletionStage<FindSettings.Outcome> find(FindSettings query);

    /** The number of commands that wait to be executed. */
    int queued();

    /** Checks whether the storage can be used now: by reading, and by a write that changes nothing. Blocks, for some seconds at most. */
    List<StorageCheck> check();

    /** Rejects new commands, executes those queued, and closes the storage. */
    @Override
    void close();

    /**
     * Whether the storage has one of the things that it needs in order to serve.
     *
     * @param name of what was checked, in a few words that never change
     * @param fault why the check failed, null if it passed
     */
    record StorageCheck(String name, String fault) {

        public static StorageCheck passed(String name) {
            return new StorageCheck(name, null);
        }

        /** A check that failed by this, in the words of the failure and of its causes. */
        public static StorageCheck failed(String name, Throwable failure) {
            StringBuilder fault = new StringBuilder();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                fault.append(fault.isEmpty() ? "" : ": ").append(cause.getMessage());
            }
            return new StorageCheck(name, fault.toString());
        }

        public boolean isPassed() {
            return fault == null;
        }
    }
}
