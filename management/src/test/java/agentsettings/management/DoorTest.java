package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two interfaces share nothing that is served, and every failure of the listener is a problem. */
final class DoorTest {

    @TempDir
    private static Path folder;

    private static ManagementServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = ManagementServer.onSqlite(folder.resolve("data"));
        client = ApiClient.of(server);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void theDocumentIsServedInBothFormsWithoutAKey() {
        assertThat(client.get("/openapi.yaml").text()).startsWith("openapi: 3.1.0");
        assertThat(client.get("/openapi.json").json().path("openapi").asString())
                .isEqualTo("3.1.0");
    }

    @Test
    void thePortsServeNothingOfEachOther() throws Exception {
        String vendors = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
        assertThat(status(server.management(vendors))).isEqualTo(404);
        assertThat(status(server.vendor(vendors))).isEqualTo(405);
        assertThat(status(server.vendor("/api/v1/openapi.json"))).isEqualTo(404);
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void unknownPathsAndMethodsAreProblems() {
        for (String path : new String[] {"", "/", "/nothing", "/openapi.json/", "//openapi.json"}) {
            assertThat(client.get(path).problem()).isEqualTo("not-found");
        }
        assertThat(client.with(Engine.ADMIN).get("/tenants//users").problem()).isEqualTo("not-found");
        client.with(null);
        assertThat(client.post("/openapi.json", "{}").problem()).isEqualTo("method-not-allowed");
        assertThat(client.post("/openapi.json", "{}").header("allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | 200",
                "*/* | 200",
                "application/* | 200",
                "text/csv, application/json;q=0.1 | 200",
                "text/csv | 406",
                "application/json;q=0, */* | 406"
            })
    void theAcceptHeaderIsHonoured(String accept, int status) {
        assertThat(client.get("/openapi.json", "accept", accept).status()).isEqualTo(status);
    }

    @Test
    void unknownParametersAreRefusedAllAtOnce() {
        assertThat(client.get("/openapi.json?a=1&b=2").errors())
                .containsExactlyInAnyOrder(
                        "a is not a parameter of this operation.", "b is not a parameter of this operation.");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /api/v1/openapi.json?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400, invalid-request",
        "'GET /api/v1/openapi.json HTTP/1.1\r\n\r\n', 400, invalid-request",
        "'POST /api/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n', 501, not-implemented",
        "'POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n', 413, too-large",
        "'POST /api/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n', 400, invalid-request"
    })
    void aRequestThatTheListenerFailsGetsAProblem(String request, int status, String problem) throws IOException {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "urn:agentsettings:problem:" + problem);
    }

    @Test
    void tooLongHeadsGetAProblem() throws IOException {
        assertThat(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .contains(" 413 ")
                .contains("problem:too-large");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ")
                .contains("problem:headers-too-large");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.management("/").getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
