package agentsettings.management.jobs.input;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.users.UserKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The users of a bulk change: its input has a USER_ID a line. Used by one thread. */
public final class UserLines implements AutoCloseable {

    private final String tenantId;
    private final JobInputStream input;
    private final BufferedReader lines;
    private long number;

    /** The users of this bulk change. */
    UserLines(Jobs jobs, Job job) {
        this.tenantId = job.key().tenantId();
        this.input = new JobInputStream(jobs, job.key(), job.inputBytes());
        this.lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** The line of a user; no USER_ID contains white space. */
    public static byte[] line(String userId) {
        return (userId + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Optional<UserKey> next() {
        try {
            number++;
            return Optional.ofNullable(lines.readLine()).map(userId -> new UserKey(tenantId, userId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the line that was read last, from 1 on. */
    long number() {
        return number;
    }

    long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
