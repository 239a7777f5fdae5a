package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import agentsettings.management.problems.ProblemType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every type of problem that the document names is given by a request over HTTP. A new type does not compile here until
 * there is a request for it.
 */
@Timeout(60)
final class ProblemTypesTest {

    private static final String TENANT = "/tenants/202205116084";
    private static final String SETTINGS = TENANT + "/users/10gg000000demoUser05/settings";

    private static final String WRITE = "PUT /api/v1" + SETTINGS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Engine.ADMIN + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static ManagementServer server;
    private static ApiClient client;

    /** On PostgreSQL, whose tables can be locked. One write is executed at a time, and one waits. */
    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
        server = ManagementServer.of(ManagementServer.configOfPostgres(folder.resolve("data"), url, "postgres")
                .option("--option", "http.request-timeout", "PT2S")
                .option("--option", "storage.queue-max", 1)
                .option("--option", "storage.batch-max", 1)
                .option("--option", "storage.lanes", 1));
        client = ApiClient.of(server);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
        postgres.close();
    }

    @Test
    void theDocumentNamesTheTypesThatThereAre() {
        String description = client.get("/openapi.json")
                .json()
                .path("info")
                .path("description")
                .asString();
        String types =
                description.substring(description.indexOf("`type` is"), description.indexOf("An invalid request"));
        Set<String> named = Pattern.compile("`([a-z-]+)`")
                .matcher(types)
                .results()
                .map((MatchResult match) -> "urn:agentsettings:problem:" + match.group(1))
                .filter(name -> !name.endsWith(":type"))
                .collect(Collectors.toSet());
        assertThat(named)
                .isEqualTo(Arrays.stream(ProblemType.values())
                        .map(ProblemType::urn)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void aRequestGetsIt(ProblemType type) throws Exception {
        client.with(Engine.ADMIN);
        String response = switch (type) {
            case INVALID_REQUEST -> text(client.get("/tenants?sort=name"));
            case NOT_AUTHENTICATED -> text(client.with(null).get("/tenants"));
            case NOT_PERMITTED -> text(byViewer());
            case NOT_FOUND -> text(client.get("/tenants/000000000000"));
            case METHOD_NOT_ALLOWED -> text(client.put("/tenants", "{}"));
            case NOT_ACCEPTABLE -> text(client.get("/tenants", "accept", "text/csv"));
            case REQUEST_TIMEOUT ->
                raw("POST /api/v1/tenants HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{", false);
            case ALREADY_EXISTS -> text(client.post("/tenants", "{\"id\":\"202205116084\"}"));
            case IN_USE -> text(client.delete(TENANT));
            case WRONG_STATE -> ofJobThatIsOver();
            case CURSOR_EXPIRED -> text(client.get("/changes?after=0123456789ab.0-1"));
            case VERSION_CHANGED -> text(client.put(SETTINGS, "{}", "if-match", "\"1-1\""));
            case TOO_LARGE -> text(client.put(SETTINGS, " ".repeat(70_000) + "{}"));
            case UNSUPPORTED_MEDIA_TYPE -> text(client.put(SETTINGS, "{}", "content-type", "text/plain"));
            case TOO_MANY_REQUESTS -> tooMany();
            case HEADERS_TOO_LARGE -> raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", true);
            case FAILED -> ofUnreadableRow();
            case NOT_IMPLEMENTED ->
                raw("POST /api/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", true);
            case UNAVAILABLE -> whileWritesAreLocked(4);
            case OUTCOME_UNKNOWN -> whileWritesAreLocked(1);
        };
        assertThat(response)
                .contains(
                        "HTTP/1.1 " + type.status() + " ",
                        "application/problem+json",
                        "\"type\":\"" + type.urn() + "\"",
                        "\"title\":\"" + type.title() + "\"",
                        "\"status\":" + type.status());
        boolean isForLater = Set.of(429, 503, 504).contains(type.status());
        assertThat(response.contains("retry-after: 1")).isEqualTo(isForLater);
    }

    private static String ofJobThatIsOver() {
        Checked sent = client.post(TENANT + "/settings:change", "{\"filter\":{},\"patch\":{\"callType\":null}}");
        new JobClient(client, TENANT).over(sent);
        return text(client.delete(JobClient.path(sent)));
    }

    private static String text(Checked response) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        response.response()
                .headers()
                .map()
                .forEach((name, values) -> text.append(name + ": " + values.getFirst() + "\r\n"));
        return text.append("\r\n").append(response.text()).toString();
    }

    /** The responses to writes at the same time, while another session of PostgreSQL locks the table. */
    private static String whileWritesAreLocked(int count) throws Exception {
        while (!raw(WRITE, false).startsWith("HTTP/1.1 20")) {
            Thread.sleep(20); // writes of an earlier lock may still wait
        }
        try (Connection other = postgres.getPostgresDatabase().getConnection();
                Statement statement = other.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE agent_settings IN ACCESS EXCLUSIVE MODE");
            List<Future<String>> responses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                responses.add(threads.submit(() -> raw(WRITE, false)));
            }
            StringBuilder all = new StringBuilder();
            for (Future<String> response : responses) {
                all.append(response.get());
            }
            return all.toString();
        }
    }

    private static String ofUnreadableRow() throws SQLException {
        client.post("/apps", "{\"key\":\"spoilt\",\"tenantId\":\"202205116084\"}");
        try (Connection other = postgres.getPostgresDatabase().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE app SET edition = 7 WHERE app_key = 'spoilt'");
        }
        return text(client.get("/apps/spoilt"));
    }

    private static String tooMany() {
        try (ManagementServer limited =
                        ManagementServer.onSqlite(folder.resolve("limited"), "security.requests-per-second", 1);
                ApiClient hasty = ApiClient.of(limited).with(Engine.ADMIN)) {
            Checked response = hasty.get("/tenants");
            while (response.status() == 200) {
                response = hasty.get("/tenants");
            }
            return text(response);
        }
    }

    private Checked byViewer() throws InterruptedException {
        String viewer = Engine.newKey(client, "viewer", null);
        client.with(viewer);
        while (client.get("/tenants").status() == 401) { // servers read the keys twice a second
            Thread.sleep(20);
        }
        return client.delete(TENANT);
    }

    private static String raw(String request, boolean ends) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.management("/").getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (ends) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
