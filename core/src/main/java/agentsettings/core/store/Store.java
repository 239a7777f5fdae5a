package agentsettings.core.store;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
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

    /** Rejects new commands, executes those queued, and closes the storage. */
    @Override
    void close();
}
