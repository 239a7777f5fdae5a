package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How often a second the disk can be told to keep what was appended: 4 KiB and an fdatasync, again and again. */
public final class Fsyncs {

    private static final int BLOCK = 4096;

    /** Appends to a new file for so long. */
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
            return Figures.counted(count, (System.nanoTime() - began) / 1e9);
        }
    }

    private Fsyncs() {}
}
