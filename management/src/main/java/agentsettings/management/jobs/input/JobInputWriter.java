package agentsettings.management.jobs.input;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.Jobs;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * Stores the input of a job in compressed parts, each durable before the next is taken, and the last by {@link #finish}. Used by one
 * thread.
 */
public final class JobInputWriter extends OutputStream {

    /** The bytes of a part before it is compressed. */
    static final int PART = 128 * 1024;

    private final Jobs jobs;
    private final JobKey job;
    private final long bytesMax;
    private final byte[] part = new byte[PART];
    private int filled;
    private int parts;
    private long bytes;

    /** Stores at most so many bytes. */
    public JobInputWriter(Jobs jobs, JobKey job, long bytesMax) {
        this.jobs = jobs;
        this.job = job;
        this.bytesMax = bytesMax;
    }

    /** Thrown when the input is longer than it may be. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(long max) {
            super("The input exceeds " + max + " bytes");
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (bytes + length > bytesMax) {
            throw new TooLongException(bytesMax);
        }
        bytes += length;
        int from = offset;
        while (from < offset + length) {
            int count = Math.min(offset + length - from, PART - filled);
            System.arraycopy(source, from, part, filled, count);
            from += count;
            filled += count;
            if (filled == PART) {
                store();
            }
        }
    }

    private void store() {
        jobs.addInput(job, parts++, compressed());
        filled = 0;
    }

    private byte[] compressed() {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(part, 0, filled);
            deflater.finish();
            byte[] buffer = new byte[PART + PART / 8 + 64]; // larger than what can't be compressed becomes
            int length = deflater.deflate(buffer);
            byte[] compressed = new byte[length];
            System.arraycopy(buffer, 0, compressed, 0, length);
            return compressed;
        }
    }

    /** Stores what is left. Returns the number of bytes of the whole input. */
    public long finish() {
        if (filled > 0) {
            store();
        }
        return bytes;
    }
}
