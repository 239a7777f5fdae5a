package agentsettings.bench.imports;

import agentsettings.bench.load.Samples;
import agentsettings.bench.servers.Server;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports of settings by a server's management interface, with the demo's key. Used by one thread. */
public final class ImportLoad implements AutoCloseable {

    private static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Pattern MEMBER =
            Pattern.compile("\"(state|rowsRead|rowsApplied|rowsPerSecond)\":\"?([^,\"}]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server;

    public ImportLoad(Server server) {
        this.server = server;
    }

    /**
     * How far an import has come.
     *
     * @param rowsPerSecond since it began to apply
     */
    public record Progress(String state, long rowsRead, long rowsApplied, long rowsPerSecond) {

        public boolean isOver() {
            return state.equals("done") || state.equals("failed") || state.equals("cancelled");
        }
    }

    /** Writes a file with settings of so many users, the first ones. */
    public static void write(Path file, long rows, String callType) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\n");
            for (long i = 0; i < rows; i++) {
                out.write(Samples.userId(i) + "," + callType + ",+493012345|+493012346,+493012345,7001|7002,7001\n");
            }
        }
    }

    /** Sends the file; the import's path. */
    public String begin(Path file) throws IOException {
        HttpResponse<String> begun =
                send(request("/api/v1/tenants/" + Samples.TENANT + "/imports?kind=settings&mode=upsert&faults=skip")
                        .header("content-type", "text/csv")
                        .POST(BodyPublishers.ofFile(file))
                        .build());
        return begun.headers().firstValue("location").orElseThrow(() -> new IOException(begun.body()));
    }

    public Progress progress(String path) throws IOException {
        String body = send(request(path).build()).body();
        String state = "";
        long[] numbers = new long[3];
        for (Matcher member = MEMBER.matcher(body); member.find(); ) {
            switch (member.group(1)) {
                case "state" -> state = member.group(2);
                case "rowsRead" -> numbers[0] = Long.parseLong(member.group(2));
                case "rowsApplied" -> numbers[1] = Long.parseLong(member.group(2));
                default -> numbers[2] = Long.parseLong(member.group(2));
            }
        }
        return new Progress(state, numbers[0], numbers[1], numbers[2]);
    }

    /** Waits until the import is over. */
    public Progress await(String path) throws IOException {
        Progress progress = progress(path);
        while (!progress.isOver()) {
            LockSupport.parkNanos(POLL.toNanos());
            progress = progress(path);
        }
        return progress;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.management() + path)).header("authorization", "Bearer " + KEY);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
