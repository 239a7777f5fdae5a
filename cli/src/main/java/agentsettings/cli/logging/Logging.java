package agentsettings.cli.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the JDK's logging: one line for each record, on standard error. Safe for use by many threads. */
public final class Logging {

    private static final Duration FLUSH_MAX = Duration.ofSeconds(1);

    /** Kept, because the JDK discards loggers that nobody refers to. */
    private static List<Logger> verbose = List.of();

    private static volatile QueueHandler handler;

    /** Must run before anything logs. */
    public static void toStandardError() {
        System.setProperty("java.util.logging.manager", ManagerUntilExit.class.getName());
        Logger root = Logger.getLogger("");
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        handler = new QueueHandler(new FileOutputStream(FileDescriptor.err), new LineFormatter());
        root.addHandler(handler);
        Logger promises = Logger.getLogger("io.netty.util.concurrent.DefaultPromise");
        promises.setFilter(
                new SparseFilter(System::nanoTime)); // Vert.x fails for clients that reset streams and are gone
        verbose = List.of(
                promises,
                Logger.getLogger("org.flywaydb"),
                Logger.getLogger("com.zaxxer.hikari"),
                Logger.getLogger("io.netty.handler.codec.http2")); // a line for each late frame of a client
        verbose.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Sets up the logging of libraries, which complains if several threads are the first to use it at once. */
    public static void ofLibraries() {
        var _ = LoggerFactory.getILoggerFactory();
    }

    /** Writes what is logged to standard error from now on in this form: "plain" or "json". */
    public static void setFormat(String format) {
        if (handler != null) {
            handler.setFormatter(format.equals("json") ? new JsonFormatter() : new LineFormatter());
        }
    }

    /** Waits until what was logged is written; not for long, because whoever reads standard error may have stopped. */
    public static void flush() {
        if (handler != null) {
            handler.await(FLUSH_MAX);
        }
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
