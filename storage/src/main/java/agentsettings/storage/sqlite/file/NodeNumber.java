package agentsettings.storage.sqlite.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A number under which one process alone makes ids. The operating system's lock on a byte of a file reserves it until it is closed
 * or the process ends.
 */
public record NodeNumber(int number, Closeable lock) implements AutoCloseable {

    /** The number of the process that has the whole data folder locked. */
    public static final NodeNumber OF_SERVER = new NodeNumber(0, () -> {});

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
