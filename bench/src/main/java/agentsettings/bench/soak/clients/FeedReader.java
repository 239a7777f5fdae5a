package agentsettings.bench.soak.clients;

import agentsettings.bench.servers.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Follows the feed of changes from the first one, over one connection after the other. Runs on a thread of its own until it is closed. */
public final class FeedReader implements AutoCloseable {

    private final URI changesPath;
    private final ResponseCounts counts;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong pauses = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread thread = Thread.ofVirtual().name("feed reader").unstarted(this::run);
    private String lastId = "";
    private volatile boolean closed;

    /** Begins to read. */
    public FeedReader(Server server, ResponseCounts counts) {
        this.changesPath = server.management().resolve("/api/v1/changes");
        this.counts = counts;
        thread.start();
    }

    /** The number of changes received. */
    public long changes() {
        return changes.get();
    }

    /** The number of times that the service had nothing more to tell. */
    public long pauses() {
        return pauses.get();
    }

    private void run() {
        while (!closed) {
            HttpRequest.Builder request = HttpRequest.newBuilder(changesPath)
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + Requests.KEY);
            if (!lastId.isEmpty()) {
                request.header("Last-Event-ID", lastId);
            }
            try {
                HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
                if (response.statusCode() != 200) {
                    counts.fault("feed", "responds with " + response.statusCode());
                }
                read(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
            } catch (IOException | InterruptedException e) {
                if (!closed) {
                    counts.fault("feed", e.toString());
                }
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = "";
        boolean isChange = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
                isChange = false;
            } else if (line.startsWith("data: ")) {
                isChange = true;
            } else if (line.isEmpty() && !id.isEmpty()) {
                lastId = id;
                (isChange ? changes : pauses).incrementAndGet();
                id = "";
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        http.shutdownNow();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
