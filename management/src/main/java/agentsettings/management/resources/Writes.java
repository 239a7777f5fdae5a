package agentsettings.management.resources;

import agentsettings.core.commands.Command;
import agentsettings.core.store.Store;

/** Executes commands and waits for their outcomes, which are durable then. Safe for use by many threads. */
record Writes(Store store) {

    /**
     * Executes the command.
     *
     * @throws java.util.concurrent.CompletionException with the store's failure as its cause
     */
    <O> O execute(Command<O> command) {
        return store.write(command).toCompletableFuture().join();
    }
}
