package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds a database and what belongs to it, readable by its owner alone. Made when there is none.
 *
 * @param path the folder
 */
public record DataFolder(Path path) {

    private static final String OWNER_ONLY = "rwx------";

    /**
     * Makes the folder unless it is there.
     *
     * @throws StoreUnavailable when it can't be made
     */
    public DataFolder {
        try {
            if (!Files.isDirectory(path)) {
                Path parent = path.toAbsolutePath().getParent();
                Files.createDirectories(parent);
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't make the data folder " + path, e);
        }
    }

    SqliteFile database() {
        return new SqliteFile(path.resolve("agentsettings.db"));
    }

    /** The key that app secrets are hashed with. */
    public Path secretHashKey() {
        return path.resolve("secret-hash.key");
    }

    /**
     * Keeps other servers out until the lock is closed or the process ends.
     *
     * @throws StoreUnavailable when another server has the folder
     */
    public FileLock lockForServing() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StoreUnavailable("Another server uses the data folder " + path + ".", null);
            }
            return lock;
        } catch (IOException e) {
            throw new StoreUnavailable("Can't lock the data folder " + path, e);
        }
    }
}
