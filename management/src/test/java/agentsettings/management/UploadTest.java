package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an import arrives: packed, slowly, not wholly. */
final class UploadTest {

    private static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";

    @TempDir
    Path folder;

    private ManagementServer server;
    private ApiClient api;
    private JobClient jobs;

    @BeforeEach
    void start() {
        server = ManagementServer.onSqlite(folder.resolve("data"));
        api = ApiClient.of(server).with(KEY);
        jobs = JobClient.ofNewTenant(api, 0);
    }

    @AfterEach
    void stop() {
        api.close();
        server.close();
    }

    private static String users(int count) {
        StringBuilder file = new StringBuilder("userId,account,name\n");
        for (int i = 0; i < count; i++) {
            file.append("u").append(i).append(",account").append(i).append(",Agent\n");
        }
        return file.toString();
    }

    private URI imports() {
        return server.management("/api/v1" + jobs.tenant() + "/imports?kind=users");
    }

    /** The response to a file that is packed. */
    private HttpResponse<String> sendPacked(String file, String... headers) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file.getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(imports())
                .header("authorization", "Bearer " + KEY)
                .headers(headers)
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void aPackedFileThatIsNotSentAsSuchIsRefused() throws Exception {
        assertThat(sendPacked("userId\n", "content-type", "text/csv").body())
                .contains("is packed with gzip. Send it with Content-Encoding: gzip, or unpack it.");
        assertThat(sendPacked("userId\n", "content-type", "application/gzip").body())
                .contains(
                        "Content-Type must be application/jsonl or text/csv, in UTF-8; Content-Encoding may be gzip.");
    }

    @Test
    void aPackedFileIsUnpacked() throws Exception {
        HttpResponse<String> response =
                sendPacked(users(8_000), "content-type", "text/csv", "content-encoding", "gzip");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String path = response.headers().firstValue("location").orElseThrow();
        assertThat(JobClient.counts(jobs.over(path.substring("/api/v1".length()))))
                .containsExactly(8_000, 8_000, 0, 0);
    }

    @Test
    void ofAFileThatDoesNotArriveWhollyNothingIsLeft() throws Exception {
        byte[] part = users(10_000).getBytes(StandardCharsets.UTF_8);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), imports().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + imports().getRawPath() + "?kind=users HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                            + KEY + "\r\ncontent-type: text/csv\r\ncontent-length: " + (part.length * 2) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.flush();
            awaitRows("job_input", false);
        }
        awaitRows("job", true);
        awaitRows("job_input", true);
        assertThat(api.get(jobs.tenant() + "/imports").json().path("items")).isEmpty();
    }

    /** Waits until a table is empty, or no longer is. */
    private void awaitRows(String table, boolean none) throws Exception {
        while (rows(table) == 0 != none) {
            Thread.sleep(10);
        }
    }

    private long rows(String table) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/agentsettings.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getLong(1);
        }
    }

    @Test
    void aClientWithoutAKeyIsRefusedBeforeItSendsTheFile() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), imports().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + imports().getRawPath()
                            + "?kind=users HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] response = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
            assertThat(new String(response, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }
}
