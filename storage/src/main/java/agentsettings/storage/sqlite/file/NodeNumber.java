package agentsettings.storage.sqlite.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * A number under which one process alone makes ids. The operating system's lock on a byte of a file reserves it until it is closed
 * or the process ends.
 */
public record NodeNumber(int number, Closeable lock) implements Closeable {

    /** The number of the process that has the whole data folder locked. */
    public static final NodeNumber OF_SERVER = new NodeNumber(0, () -> {});

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
