package agentsettings.acceptance.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A connection over which bytes arrive slowly. Used by one thread. */
final class OneByteAtATime extends InputStream {

    private final InputStream bytes;

    OneByteAtATime(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return bytes.read(target, offset, Math.min(length, 1));
    }
}
