package agentsettings.management.jobs.input;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the input of a job from its beginning, a part at a time. Used by one thread. */
public final class JobInputStream extends InputStream {

    private final Jobs jobs;
    private final JobKey job;
    private final long length;
    private final byte[] part = new byte[JobInputWriter.PART];
    private int parts;
    private int position;
    private int filled;
    private long read;

    /**
     * Reads an input.
     *
     * @param length of the whole input; if its parts have less, reading fails
     */
    JobInputStream(Jobs jobs, JobKey job, long length) {
        this.jobs = jobs;
        this.job = job;
        this.length = length;
    }

    /** The number of bytes that were read. */
    long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == filled && !next()) {
            return -1;
        }
        int count = Math.min(length, filled - position);
        System.arraycopy(part, position, bytes, offset, count);
        position += count;
        read += count;
        return count;
    }

    private boolean next() throws IOException {
        byte[] compressed = jobs.input(job, parts).orElse(null);
        if (compressed == null) {
            if (read < length) {
                throw new IOException("A part of the job's input is missing");
            }
            return false;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            filled = inflater.inflate(part);
        } catch (DataFormatException e) {
            throw new IOException("A part of the job's input is damaged", e);
        }
        position = 0;
        parts++;
        return true;
    }
}
