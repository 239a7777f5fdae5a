package agentsettings.storage.sqlite.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that files of the database were deleted or replaced, within a second and after each batch of writes, and that the write-ahead
 * log has grown large, and cuts it. Holds a connection, so that the files stay the same while others are closed and opened. Safe for use
 * by many threads.
 */
public final class FileWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** For so long at most, others can't write while the log is cut. */
    private static final Duration CUT_MAX = Duration.ofMillis(250);

    private static final int CHECKS_BETWEEN_CUTS_MAX = 64;

    private final SqliteFile file;

    /** Used by the thread alone. */
    private final Connection connection;

    /** The device and inode of each file. */
    private final Map<Path, Object> opened = new LinkedHashMap<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-files").daemon().factory());
    private volatile String fault;
    private boolean logIsLarge;
    private int checksOfLargeLog;

    private FileWatch(SqliteFile file, Connection connection) throws IOException {
        this.file = file;
        this.connection = connection;
        for (Path path : file.allFiles()) {
            opened.put(path, keyOf(path));
        }
        long millis = INTERVAL.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::checkRegularly, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Starts to watch the files of a database, which must exist. */
    public static FileWatch start(SqliteFile file) throws SQLException {
        Connection connection = file.openForWriting();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM sqlite_master"); // opens the write-ahead log
            statement.execute("PRAGMA busy_timeout = " + CUT_MAX.toMillis());
            return new FileWatch(file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        } catch (IOException e) {
            connection.close();
            throw new SQLException("the files of the database can't be read", e);
        }
    }

    /** Why the database must not be used; null if it may be. */
    public String fault() {
        return fault;
    }

    /** Looks at the files at once, and returns what {@link #fault} does from then on. */
    public String check() {
        checkFiles();
        return fault;
    }

    private void checkRegularly() {
        checkFiles();
        checkLogSize();
    }

    private synchronized void checkFiles() {
        String found = null;
        for (Map.Entry<Path, Object> entry : opened.entrySet()) {
            if (!isSame(entry.getKey(), entry.getValue())) {
                found = entry.getKey() + " was deleted or replaced while the database was in use";
            }
        }
        if (found != null && fault == null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    found + ". Reads and writes are refused. Put the same files back, or stop the server, restore them"
                            + " from a backup and start it again.");
        } else if (found == null && fault != null) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "The files of " + file.path() + " are back. Reads and writes are served.");
        }
        fault = found;
    }

    private void checkLogSize() {
        long size = file.log().toFile().length();
        if (size > SqliteFile.LOG_BYTES_MAX && isTimeToCut(++checksOfLargeLog)) {
            cutLog();
            size = file.log().toFile().length();
        }
        boolean large = size > SqliteFile.LOG_BYTES_MAX;
        if (large && !logIsLarge) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    file.log() + " has grown beyond " + (SqliteFile.LOG_BYTES_MAX >> 20)
                            + " MB. If it stays so, another process keeps a transaction open, such as a backup. The log is"
                            + " cut when that has ended.");
        } else if (!large && logIsLarge) {
            LOG.log(System.Logger.Level.INFO, file.log() + " has been cut to " + (size >> 20) + " MB.");
        }
        logIsLarge = large;
        checksOfLargeLog = large ? checksOfLargeLog : 0;
    }

    /** After each power of two, up to a maximum, so that writers don't often wait in vain for one who reads for minutes. */
    private static boolean isTimeToCut(int checks) {
        return Integer.bitCount(checks) == 1 || checks % CHECKS_BETWEEN_CUTS_MAX == 0;
    }

    /**
     * Empties the log. SQLite does that by itself when a write meets no reader of the log; while readers follow one another without a
     * pause, none does, unless writers wait meanwhile. Most of it is moved before, so that they don't wait for that.
     */
    private void cutLog() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) { // a write reports what is wrong with the file
            LOG.log(System.Logger.Level.DEBUG, "The write-ahead log can't be cut now", e);
        }
    }

    private static boolean isSame(Path path, Object key) {
        try {
            return key.equals(keyOf(path));
        } catch (IOException e) { // a file that can't be found any more, or a folder that must not be entered
            return false;
        }
    }

    private static Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() throws SQLException {
        thread.close();
        connection.close();
    }
}
