package agentsettings.management.directory;

import agentsettings.core.store.Directory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A directory for many threads, which wait for each other. */
public final class DirectoryAccess {

    private final Directory directory;
    private final ReentrantLock lock = new ReentrantLock();

    public DirectoryAccess(Directory directory) {
        this.directory = directory;
    }

    /** Uses the directory alone. */
    public <T> T call(Function<Directory, T> work) {
        lock.lock();
        try {
            return work.apply(directory);
        } finally {
            lock.unlock();
        }
    }
}
