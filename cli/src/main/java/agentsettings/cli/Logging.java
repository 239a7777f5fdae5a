package agentsettings.cli;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up the JDK's logging: one line for each record, on standard error. */
final class Logging {

    /** Kept, because the JDK discards loggers that nobody refers to. */
    private static List<Logger> verbose = List.of();

    /** Must run before anything logs. */
    static void toStandardError() {
        System.setProperty("java.util.logging.manager", ManagerUntilExit.class.getName());
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleHandler());
        verbose = List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("com.zaxxer.hikari"));
        verbose.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /**
     * Keeps its handlers until the process ends. The JDK's own log manager removes them when a shutdown begins, and with them what
     * the service logs while it stops.
     */
    public static final class ManagerUntilExit extends LogManager {

        @Override
        public void reset() {}
    }

    private Logging() {}
}
