package agentsettings.storage.sqlite.file;

import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds a database and what belongs to it. Only its owner may use it and its files.
 *
 * @param path the folder, which need not exist
 */
public record DataFolder(Path path) {

    private static final String DATABASE = "agentsettings.db";
    private static final String SECRET_HASH_KEY = "secret-hash.key";
    private static final String SERVER_LOCK = "serve.lock";
    private static final String NODES_LOCK = "nodes.lock";
    private static final String MIGRATION_LOCK = "migrate.lock";
    private static final List<String> OTHER_FILES = List.of(SECRET_HASH_KEY, SERVER_LOCK, NODES_LOCK, MIGRATION_LOCK);

    /**
     * Creates the folder unless it exists.
     *
     * @throws StoreUnavailable if it can't be created, or if it exists and other users may use it
     */
    public void create() {
        try {
            if (Files.isDirectory(path) || !OwnerOnly.createFolder(path)) {
                OwnerOnly.requireFolder(path);
                for (Path file : database().allFiles()) {
                    OwnerOnly.restrictFile(file);
                }
                for (String file : OTHER_FILES) {
                    OwnerOnly.restrictFile(path.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't create the data folder " + path, e);
        }
    }

    /**
     * Whether the folder exists and holds a database.
     *
     * @throws StoreUnavailable if that can't be found out
     */
    public boolean holdsDatabase() {
        try {
            Files.readAttributes(path.resolve(DATABASE), BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException none) {
            if (Files.isRegularFile(path)) {
                throw new StoreUnavailable("The data folder " + path + " is a file.", null);
            }
            return false;
        } catch (IOException e) {
            throw new StoreUnavailable("Can't look into the data folder " + path, e);
        }
    }

    /** Brings the schema of the database up to date, or creates the database. Other processes that do so wait. */
    public void migrate() {
        synchronized (DataFolder.class) { // a process can't wait for a lock that it holds itself
            try (FileChannel file = OwnerOnly.openFile(path.resolve(MIGRATION_LOCK))) {
                file.lock();
                database().migrations().run();
            } catch (IOException e) {
                throw new StoreUnavailable("Can't lock the data folder " + path, e);
            }
        }
    }

    public SqliteFile database() {
        return new SqliteFile(path.resolve(DATABASE));
    }

    /** The key that secrets are hashed with. */
    public Path secretHashKey() {
        return path.resolve(SECRET_HASH_KEY);
    }

    /**
     * Makes the driver unpack its native library into this folder, which must be locked, and deletes what an earlier process left
     * there: the common temporary folder would keep a copy of each process that was killed. Has no effect once the driver is loaded.
     */
    public void keepNativeLibrary() {
        Path library = path.resolve("native");
        try {
            if (!Files.isDirectory(library)) {
                OwnerOnly.createFolder(library);
            }
            try (Stream<Path> left = Files.list(library)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't prepare the folder " + library + " for the native library", e);
        }
        System.setProperty("org.sqlite.tmpdir", library.toString());
    }

    /**
     * Keeps other servers out until what is returned is closed or the process ends.
     *
     * @throws StoreUnavailable if another server uses the folder
     */
    public Closeable lockForServing() {
        return lock(SERVER_LOCK, 0)
                .orElseThrow(() -> new StoreUnavailable("Another server uses the data folder " + path + ".", null));
    }

    /**
     * The smallest node number that no process beside the server has.
     *
     * @throws StoreUnavailable if all are taken
     */
    public NodeNumber leaseNodeNumber() {
        for (int number = NodeNumber.OF_SERVER.number() + 1; number <= SettingsIds.NODE_MAX; number++) {
            Optional<Closeable> lock = lock(NODES_LOCK, number);
            if (lock.isPresent()) {
                return new NodeNumber(number, lock.get());
            }
        }
        throw new StoreUnavailable("Too many processes use the data folder " + path + ".", null);
    }

    /** Locks a byte of the file; empty if it is locked. */
    private Optional<Closeable> lock(String file, int position) {
        try {
            return LockFile.tryLock(path.resolve(file), position);
        } catch (IOException e) {
            throw new StoreUnavailable("Can't lock the data folder " + path, e);
        }
    }
}
