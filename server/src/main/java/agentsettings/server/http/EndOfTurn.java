package agentsettings.server.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Runs a task at the end of the calling event loop's turn, when it has handled all that its connections have sent so far. Runs it at
 * once on any other thread. Safe for use by many threads.
 */
public final class EndOfTurn implements Executor {

    @Override
    public void execute(Runnable task) {
        Context context = Vertx.currentContext();
        if (context != null && context.isEventLoopContext()) {
            context.runOnContext(end -> task.run());
        } else {
            task.run();
        }
    }
}
