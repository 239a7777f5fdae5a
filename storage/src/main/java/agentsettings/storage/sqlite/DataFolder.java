package agentsettings.storage.sqlite;

import agentsettings.core.store.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder that holds a database and what belongs to it, readable by its owner alone. Made when there is none.
 *
 * @param path the folder
 */
public record DataFolder(Path path) {

    private static final String DATABASE = "agentsettings.db";
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

    /** Whether there is a database in what may be such a folder; makes nothing. */
    public static boolean holdsDatabase(Path path) {
        return Files.exists(path.resolve(DATABASE));
    }

    SqliteFile database() {
        return new SqliteFile(path.resolve(DATABASE));
    }

    /** The key that app secrets are hashed with. */
    public Path secretHashKey() {
        return path.resolve("secret-hash.key");
    }

    /**
     * Has the driver unpack its native library here, once the folder is locked, in place of what an earlier process left: the
     * common temporary folder would keep a copy of each process that was killed. Does nothing in a process that has it already.
     */
    public void keepNativeLibrary() {
        Path library = path.resolve("native");
        try {
            Files.createDirectories(library);
            try (Stream<Path> left = Files.list(library)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't make room for the native library in " + library, e);
        }
        System.setProperty("org.sqlite.tmpdir", library.toString());
    }

    /**
     * Keeps other servers out until what is returned is closed or the process ends.
     *
     * @throws StoreUnavailable when another server has the folder
     */
    public Closeable lockForServing() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StoreUnavailable("Another server uses the data folder " + path + ".", null);
            }
            return channel;
        } catch (IOException e) {
            throw new StoreUnavailable("Can't lock the data folder " + path, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return false;
        }
    }
}
