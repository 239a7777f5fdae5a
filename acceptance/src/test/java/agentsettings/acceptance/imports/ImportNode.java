package agentsettings.acceptance.imports;

import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed and started again, and what a test asks of its management interface. Used by one thread. */
final class ImportNode implements AutoCloseable {

    static final String TENANT = "300000000001";

    private static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    private static final Duration JOB_MAX = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> options;
    private final int port = freePort();
    private final int managementPort = freePort();
    private ServerProcess process;

    /**
     * Starts the server.
     *
     * @param options that name its database
     */
    ImportNode(List<String> options) throws IOException, InterruptedException {
        this.options = options;
        start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void start() throws IOException, InterruptedException {
        process = ServerProcess.startDemo(port, managementPort, options);
    }

    void kill() throws IOException, InterruptedException {
        process.kill();
        process.close();
    }

    HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("authorization", "Bearer " + KEY)
                .header("content-type", type)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    void createTenant() throws IOException, InterruptedException {
        HttpResponse<String> created =
                send("POST", "/api/v1/tenants", "application/json", "{\"id\":\"" + TENANT + "\"}");
        if (created.statusCode() != 201) {
            throw new AssertionError(created.body());
        }
    }

    /** Begins an import; returns its path. */
    String begin(String query, String csv) throws IOException, InterruptedException {
        HttpResponse<String> begun = send("POST", "/api/v1/tenants/" + TENANT + "/imports?" + query, "text/csv", csv);
        if (begun.statusCode() != 202) {
            throw new AssertionError(begun.body());
        }
        return begun.headers().firstValue("location").orElseThrow();
    }

    JsonNode job(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, "application/json", null).body());
    }

    /** The job, once it has read so many rows or is over. */
    JsonNode awaitRows(String path, long rows) throws IOException, InterruptedException {
        long end = System.nanoTime() + JOB_MAX.toNanos();
        JsonNode job = job(path);
        while (job.path("endedAt").isNull() && job.path("rowsRead").asLong() < rows) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the import does not go on: " + job);
            }
            Thread.sleep(5);
            job = job(path);
        }
        return job;
    }

    JsonNode awaitEnd(String path) throws IOException, InterruptedException {
        return awaitRows(path, Long.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.close();
    }
}
