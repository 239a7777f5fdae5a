package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts how many appends of 4 KiB per second the disk makes durable, each by an fdatasync. */
public final class Fsyncs {

    private static final int BLOCK = 4096;

    /** Appends to a new file for this many seconds. */
    public static Figures count(Path file, int seconds) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long count = 0;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long began = System.nanoTime();
            long end = began + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                channel.write(block.rewind());
                channel.force(false);
                count++;
            }
            return Figures.ofCount(count, (System.nanoTime() - began) / 1e9);
        }
    }

    private Fsyncs() {}
}
