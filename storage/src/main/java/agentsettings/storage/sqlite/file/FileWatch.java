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
 * Notices that files of the database were deleted or replaced, within a second and after each batch of writes. Holds a connection, so
 * that the files stay the same while others are closed and opened. Safe for use by many threads.
 */
public final class FileWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final SqliteFile file;

    private final Connection connection;

    /** The device and inode of each file. */
    private final Map<Path, Object> opened = new LinkedHashMap<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-files").daemon().factory());
    private volatile String fault;

    private FileWatch(SqliteFile file, Connection connection) throws IOException {
        this.file = file;
        this.connection = connection;
        for (Path path : file.allFiles()) {
            opened.put(path, keyOf(path));
        }
        long millis = INTERVAL.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::checkFiles, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Starts to watch the files of a database, which must exist. */
    public static FileWatch start(SqliteFile file) throws SQLException {
        Connection connection = file.openForWriting();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM sqlite_master"); // opens the write-ahead log
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
