package agentsettings.storage.sqlite.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file whose bytes processes lock, one byte for each thing to reserve. The operating system drops all locks of a process when the
 * process closes any of its channels to the file; so there is one channel, closed with the last lock. Safe for use by many threads.
 */
final class LockFile {

    /** The files in use, by their absolute paths. Guards itself and the files. */
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private int locks;

    private LockFile(Path path) throws IOException {
        this.path = path;
        this.channel = OwnerOnly.openFile(path);
    }

    /** Locks a byte until what is returned is closed or the process ends; empty if it is locked, by this process or another. */
    static Optional<Closeable> tryLock(Path path, int position) throws IOException {
        synchronized (OPEN) {
            Path absolute = path.toAbsolutePath().normalize();
            LockFile file = OPEN.get(absolute);
            if (file == null) {
                file = new LockFile(absolute);
                OPEN.put(absolute, file);
            }
            return file.tryLock(position);
        }
    }

    private Optional<Closeable> tryLock(int position) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock(position, 1, false);
        } catch (OverlappingFileLockException lockedByThisProcess) {
            // as if another process had locked it
        }
        if (lock == null) {
            closeUnlessUsed();
            return Optional.empty();
        }
        locks++;
        FileLock held = lock;
        return Optional.of(() -> release(held));
    }

    private void release(FileLock lock) throws IOException {
        synchronized (OPEN) {
            if (lock.isValid()) {
                lock.release();
                locks--;
                closeUnlessUsed();
            }
        }
    }

    private void closeUnlessUsed() throws IOException {
        if (locks == 0) {
            OPEN.remove(path);
            channel.close();
        }
    }
}
