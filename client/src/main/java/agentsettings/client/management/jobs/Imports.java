package agentsettings.client.management.jobs;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.ReplyDecoder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The imports of files. Its methods throw as those of {@link agentsettings.client.management.ManagementClient} do.
 * Thread-safe.
 */
public final class Imports extends JobOperations {

    public Imports(ManagementCalls calls) {
        super(calls, "imports");
    }

    /**
     * Sends a file, and returns the import, which goes on by itself. The file is sent again if an attempt fails, and
     * must not change meanwhile.
     *
     * @param sent receives how many bytes of the file are sent, on another thread
     * @throws UncheckedIOException if the file can't be read
     */
    public JobRecord start(String tenantId, ImportRequest request, LongConsumer sent) {
        long bytes = size(request.file());
        ResourcePath path = ResourcePath.of("tenants", tenantId, "imports")
                .with("kind", Optional.of(Json.nameOf(request.kind())))
                .with("mode", Optional.of(Json.nameOf(request.mode())))
                .with("faults", Optional.of(Json.nameOf(request.faults())))
                .with("dryRun", Optional.of(request.isDryRun()));
        return calls.upload(
                ManagementCall.post(
                                "import",
                                path,
                                body(request.file(), bytes, sent),
                                ReplyDecoder.of("202", json -> JobMapper.job(tenantId, json)))
                        .sending(request.format().mediaType(), request.isPacked())
                        .withIdempotencyKey(calls.newIdempotencyKey()),
                bytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher body(Path file, long bytes, LongConsumer sent) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return new CountedStream(Files.newInputStream(file), sent);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                bytes);
    }

    /** Says how much of it was read. Used by one thread. */
    private static final class CountedStream extends FilterInputStream {

        private final LongConsumer counter;
        private long count;

        CountedStream(InputStream in, LongConsumer counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                counter.accept(count);
            }
            return read;
        }
    }
}
