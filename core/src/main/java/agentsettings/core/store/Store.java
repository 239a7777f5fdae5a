package agentsettings.core.store;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Where settings are kept. Answered means durable: a stage completes only after everything it tells has been committed to
 * disk, and what it tells is what any later question sees. Safe for use by many threads.
 */
public interface Store extends AutoCloseable {

    /**
     * Takes a command and tells how it turned out. Never blocks. The stage may complete on a thread of the store, which must not
     * be kept busy.
     *
     * @return completes exceptionally with {@link StoreOverloaded} when the command was not taken, {@link StoreUnavailable}
     *     when the storage failed and nothing was changed, {@link OutcomeUnknown} when it failed so that nobody can tell
     */
    <O> CompletionStage<O> write(Command<O> command);

    /**
     * Looks settings up, for many questions at less cost than one by one.
     *
     * @return the answer to each question, in their order, as it was at some time after this was called; completes exceptionally
     *     with {@link StoreOverloaded} when the question was not taken, {@link StoreUnavailable} when the storage failed
     */
    List<CompletionStage<FindSettings.Outcome>> find(List<FindSettings> questions);

    /** Takes no more commands, finishes those taken, and lets go of the storage. */
    @Override
    void close();
}
