package agentsettings.storage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a type logs from now on, instead of the build's output. */
public final class LoggedMessages extends Handler implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level level;

    public LoggedMessages(Class<?> type) {
        logger = Logger.getLogger(type.getName());
        level = logger.getLevel();
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Each message, preceded by its level and followed by its causes. */
    public List<String> all() {
        return records.stream()
                .map(logged -> logged.getLevel() + " " + logged.getMessage() + causes(logged.getThrown()))
                .toList();
    }

    private static String causes(Throwable thrown) {
        return thrown == null ? "" : ": " + thrown + causes(thrown.getCause());
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(level);
    }
}
