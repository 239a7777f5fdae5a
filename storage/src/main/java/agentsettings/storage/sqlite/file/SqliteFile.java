package agentsettings.storage.sqlite.file;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * The database file. A connection of it is used by one thread at a time.
 *
 * @param path the file; its folder must exist
 */
public record SqliteFile(Path path) {

    private static final String NEWEST_MIGRATION = "V8__account_of_settings.sql";

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** SQLite truncates a larger write-ahead log to this size when it next writes the log from its beginning. */
    public static final long LOG_BYTES_MAX = 64L << 20;

    /** A commit that leaves a longer log moves it into the file itself: nobody else has, or not fast enough. */
    private static final int LOG_PAGES_MAX = 16_000;

    /** Bounds the page tables of a map that was read everywhere to 32 MB. SQLite itself is compiled with a maximum, 1 TB in the driver. */
    static final long MAPPED_BYTES_MAX = 16L << 30;

    /**
     * The migrations of the schema, to be run. Creates the file unless it exists.
     *
     * @throws StoreUnavailable if the file is no database
     */
    public Migrations migrations() {
        create();
        return migrations(writable(), url());
    }

    /**
     * The migrations of the schema, to be listed. Creates no file: without one, none is applied.
     *
     * @throws StoreUnavailable if the file is no database, or can't be read
     */
    public Migrations migrationsToList() {
        return Files.exists(path)
                ? migrations(readOnly(), urlForReading())
                : migrations(config(), "jdbc:sqlite::memory:");
    }

    /**
     * Whether the newest migration is the last that was applied; the file must exist.
     *
     * @throws StoreUnavailable if the file is no database
     */
    public boolean isUpToDate() {
        try (Connection connection = openForReading()) {
            return Migrations.isLastApplied(NEWEST_MIGRATION, connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + path, e);
        }
    }

    private Migrations migrations(SQLiteConfig config, String url) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        requireDatabase(source);
        return new Migrations(
                Migrations.unconnected().dataSource(source),
                "agentsettings/storage/sqlite/migrations",
                path.toString());
    }

    /** Creates the empty file, unless it exists, before SQLite does, which would let other users read it. SQLite's own files get the mode of this one. */
    public void create() {
        try {
            OwnerOnly.createFile(path);
        } catch (IOException e) {
            throw new StoreUnavailable("Can't create " + path, e);
        }
    }

    /** Checked first, because the migration tool retries for seconds whatever the fault is. */
    private void requireDatabase(SQLiteDataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM sqlite_master");
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't open " + path, e);
        }
    }

    /** The write-ahead log. */
    public Path log() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /** The files that make up the database while it is in use. */
    List<Path> allFiles() {
        return List.of(path, log(), path.resolveSibling(path.getFileName() + "-shm"));
    }

    /** A connection whose commits are on disk when they return. Creates no file. */
    public Connection openForWriting() throws SQLException {
        return writable().createConnection(url());
    }

    /** A connection for reading a file that no process uses. Creates no other file. */
    public Connection openAtRest() throws SQLException {
        return readOnly().createConnection(urlAtRest());
    }

    public Connection openForReading() throws SQLException {
        return readOnly().createConnection(urlForReading());
    }

    /** A connection that maps the file: it reads without a system call and a copy for each page, but maps anew after each change. */
    public Connection openMapped() throws SQLException {
        SQLiteConfig config = readOnly();
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES_MAX));
        return config.createConnection(url());
    }

    /** A mapped connection for reading many rows, which waits no longer than this if the file is locked. */
    public Connection openForScans(Duration waitMax) throws SQLException {
        SQLiteConfig config = readOnly();
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES_MAX));
        config.setBusyTimeout(Math.toIntExact(waitMax.toMillis()));
        return config.createConnection(urlForReading());
    }

    private static SQLiteConfig writable() {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(Math.toIntExact(LOG_BYTES_MAX));
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(LOG_PAGES_MAX));
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private static SQLiteConfig readOnly() {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return config;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setGetGeneratedKeys(false); // unused, and they cost a query after each insert
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        return config;
    }

    private String urlAtRest() {
        return "jdbc:sqlite:" + path.toUri() + "?immutable=1";
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }

    /** SQLite reads a file in a folder that it can't write to, such as a restored one, only if it may take it for immutable. */
    private String urlForReading() {
        boolean atRest = Files.notExists(log());
        return atRest && !Files.isWritable(path.toAbsolutePath().getParent()) ? urlAtRest() : url();
    }
}
