package agentsettings.storage;

import agentsettings.storage.queue.GroupCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures that a test causes on purpose are kept out of the build's output. */
public final class ExpectedFailures {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final List<Logger> LOGGERS = new ArrayList<>();

    public static void areNotLogged() {
        areNotLogged(GroupCommit.class);
    }

    /** The types that log them. */
    public static synchronized void areNotLogged(Class<?>... types) {
        for (Class<?> type : types) {
            Logger logger = Logger.getLogger(type.getName());
            logger.setLevel(Level.OFF);
            LOGGERS.add(logger);
        }
    }

    private ExpectedFailures() {}
}
