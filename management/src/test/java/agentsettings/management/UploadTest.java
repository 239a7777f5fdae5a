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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of an import arrives: packed, slowly, not wholly. */
@Timeout(60)
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
        HttpRequest request = HttpRequest.newBuilder(imports())
                .header("authorization", "Bearer " + KEY)
                .headers(headers)
                .POST(BodyPublishers.ofByteArray(packed(file)))
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

    @Test
    void aPackedFileMayHaveSeveralPartsThatArriveOneAfterTheOther() throws Exception {
        byte[] first = packed(users(50));
        byte[] second = packed("v1,accountV,Agent\n");
        String response;
        try (Socket socket = connect("content-encoding: gzip", first.length + second.length)) {
            OutputStream out = socket.getOutputStream();
            out.write(first);
            out.flush();
            Thread.sleep(200); // for the server to read the first part; that it waits for more shows if it has
            out.write(second);
            out.flush();
            response =
                    new String(socket.getInputStream().readNBytes("HTTP/1.1 202".length()), StandardCharsets.US_ASCII);
        }
        assertThat(response).isEqualTo("HTTP/1.1 202");
        String path = api.get(jobs.tenant() + "/imports")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(JobClient.counts(jobs.over(jobs.tenant() + "/imports/" + path)))
                .containsExactly(51, 51, 0, 0);
    }

    @Test
    void ofAPackedFileThatEndsAfterAPartNothingIsLeft() throws Exception {
        byte[] part = packed(users(50));
        try (Socket socket = connect("content-encoding: gzip", 2 * part.length)) {
            socket.getOutputStream().write(part);
            socket.getOutputStream().flush();
            awaitRows("job", false);
            socket.setSoLinger(true, 0); // a reset, which is noticed at once
        }
        awaitRows("job", true);
        assertThat(api.get(jobs.tenant() + "/imports").json().path("items")).isEmpty();
    }

    /** Has sent the head of an import of so many bytes. */
    private Socket connect(String header, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), imports().getPort());
        socket.getOutputStream()
                .write(("POST " + imports().getRawPath() + "?kind=users HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                                + KEY + "\r\ncontent-type: text/csv\r\n" + header + "\r\ncontent-length: " + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] packed(String file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
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
