package agentsettings.server.door;

import static agentsettings.server.door.RawClient.request;
import static agentsettings.server.door.ThingsDoor.NOTE_MAX;
import static agentsettings.server.door.ThingsDoor.THING_MAX;
import static agentsettings.server.door.ThingsDoor.UPLOAD_MAX;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A door beside the vendor's has routes, limits, authentication and failures of its own. */
final class DoorRoutesTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final int UPLOAD_CHUNK = 1 << 16;
    private static final int UPLOAD_CHUNKS = 1 << 10;

    private static TwoDoors doors;

    @BeforeAll
    static void listen() {
        doors = new TwoDoors();
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void pathTemplatesAreServedOnVirtualThreads() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            for (int id = 0; id < 3; id++) {
                assertThat(client.send(request("GET /things/" + id)).read()).endsWith("thing " + id + ", virtual true");
            }
        }
    }

    @Test
    void eachPortServesItsDoorAlone() throws IOException {
        try (RawClient things = new RawClient(doors.thingsPort);
                RawClient vendor = new RawClient(doors.vendorPort)) {
            assertThat(things.send(request("POST /vendor")).read())
                    .startsWith("HTTP/1.1 404 ")
                    .endsWith("{\"type\":\"not-found\"}");
            assertThat(vendor.send(request("GET /things/1")).read())
                    .startsWith("HTTP/1.1 404 ")
                    .contains("\"returnCode\":\"4001\"");
        }
    }

    @Test
    void anUnknownCallerIsRefusedBeforeTheBodyIsReadAndTheConnectionGoesOn() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            String stranger = request("POST /uploads", "Content-Length: 5").replace("secret", "wrong");
            assertThat(client.send(stranger).read()).startsWith("HTTP/1.1 401 ").endsWith("not-authenticated\"}");
            assertThat(client.send("12345" + request("GET /things/1")).read()).contains("thing 1");
        }
    }

    @Test
    void eachDoorHasItsLimitsForBodies() throws IOException {
        assertBody("PUT /things/1", THING_MAX, "took " + THING_MAX);
        assertBody("PUT /things/1", THING_MAX + 1, "body-over-" + THING_MAX);
        assertBody("POST /notes", NOTE_MAX, "took " + NOTE_MAX);
        assertBody("POST /notes", NOTE_MAX + 1, "body-over-" + NOTE_MAX);
        try (RawClient vendor = new RawClient(doors.vendorPort)) {
            vendor.send(request("POST /vendor", "Content-Length: " + THING_MAX));
            assertThat(vendor.readToEnd()).startsWith("HTTP/1.1 413 ").contains("\"returnCode\":\"1007\"");
        }
    }

    @Test
    void announcedBodiesMayBeLargerThanAnArray() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("POST /uploads", "Content-Length: " + UPLOAD_MAX, "Expect: 100-continue"));
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
        }
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("POST /uploads", "Content-Length: " + (UPLOAD_MAX + 1), "Expect: 100-continue"));
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").endsWith("body-over-" + UPLOAD_MAX + "\"}");
        }
    }

    @Test
    void bodiesAreStreamed() throws IOException {
        String chunk = Integer.toHexString(UPLOAD_CHUNK) + "\r\n" + "x".repeat(UPLOAD_CHUNK) + "\r\n";
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("POST /uploads", CHUNKED));
            for (int i = 0; i < UPLOAD_CHUNKS; i++) {
                client.send(chunk);
            }
            assertThat(client.send("0\r\n\r\n").read()).endsWith("took " + (long) UPLOAD_CHUNK * UPLOAD_CHUNKS);
        }
    }

    @Test
    void responsesAreStreamed() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            String list =
                    client.send(request("GET /things", "Connection: close")).readToEnd();
            assertThat(list).endsWith("\r\n0\r\n\r\n");
            assertThat(list.split(ThingsHandlers.LINE, -1)).hasSize(ThingsHandlers.LISTED + 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /things/1 HTTP/9.9            | 400 | malformed-head
            GET /{4100}                       | 414 | line-over-4096
            GET / HTTP/1.1\\r\\nX: {8200}     | 431 | headers-over-8192
            """)
    void malformedHeadsAreRefusedInTheDoorsForm(String head, int status, String type) throws IOException {
        String text = head.replace("\\r\\n", "\r\n")
                .replace("{4100}", "x".repeat(4100))
                .replace("{8200}", "x".repeat(8200));
        try (RawClient client = new RawClient(doors.thingsPort)) {
            assertThat(client.send(text + "\r\n\r\n").readToEnd())
                    .containsPattern("^HTTP/1.. " + status + " ")
                    .contains("connection: close")
                    .endsWith("{\"type\":\"" + type + "\"}");
        }
    }

    @Test
    void malformedBodiesAreRefusedInTheDoorsForm() throws IOException {
        for (String line : new String[] {"POST /notes", "POST /uploads"}) {
            try (RawClient client = new RawClient(doors.thingsPort)) {
                client.send(request(line, CHUNKED) + "2\r\n{}\r\nzz\r\n");
                assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ").endsWith("{\"type\":\"malformed-body\"}");
            }
        }
    }

    /** With a length announced and in chunks. */
    private static void assertBody(String line, int length, String end) throws IOException {
        String body = "x".repeat(length);
        try (RawClient client = new RawClient(doors.thingsPort)) {
            assertThat(client.send(request(line, "Content-Length: " + length) + body)
                            .read())
                    .contains(end);
        }
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request(line, CHUNKED) + Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n");
            assertThat(client.read()).contains(end);
        }
    }
}
