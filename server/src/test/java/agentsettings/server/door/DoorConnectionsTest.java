package agentsettings.server.door;

import static agentsettings.server.door.RawClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener holds the connections of every door to their limits and deadlines, and closes them in good order. */
final class DoorConnectionsTest {

    private TwoDoors doors;

    @BeforeEach
    void listen() {
        doors = new TwoDoors();
    }

    @AfterEach
    void close() {
        doors.handlers.unblock.countDown();
        doors.close();
    }

    @Test
    void connectionsBeyondTheLimitOfADoorAreClosedAndThoseOfTheOtherServed() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < TwoDoors.CONNECTIONS_MAX; i++) {
                clients.add(new RawClient(doors.thingsPort).send(request("GET /things/1")));
                assertThat(clients.getLast().read()).contains("thing 1");
            }
            try (RawClient tooMany = new RawClient(doors.thingsPort);
                    RawClient vendor = new RawClient(doors.vendorPort)) {
                assertThat(tooMany.readToEnd()).isEmpty();
                assertThat(vendor.send(request("POST /vendor")).read()).contains("200 OK");
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /things/1 HTTP/1.1\r\nX: "})
    void aConnectionWithoutAWholeHeadIsClosedInTime(String beginning) throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("GET /things/1"));
            assertThat(client.read()).contains("thing 1");
            assertThat(client.send(beginning).readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /blocked, 504, response-late", "POST /notes, 408, request-late", "POST /uploads, 408, request-late"
    })
    void whatIsLateIsReportedInTheDoorsForm(String line, int status, String type) throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(line.startsWith("GET") ? request(line) : request(line, "Content-Length: 5") + "1");
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .endsWith("{\"type\":\"" + type + "\"}");
        }
    }

    @Test
    void aStreamLastsForAsLongAsBytesMoveAndAnIdleConnectionForItsOwnTime() throws IOException {
        long end = System.nanoTime() + ThingsDoor.TIMEOUT.multipliedBy(3).toNanos();
        try (RawClient follower = new RawClient(doors.thingsPort);
                RawClient idle = new RawClient(doors.thingsPort)) {
            follower.send(request("GET /changes"));
            assertThat(idle.send(request("GET /things/1")).read()).contains("thing 1");
            while (System.nanoTime() < end) {
                doors.handlers.changes.release();
                follower.readUntil("data: changed\n\n");
            }
            assertThat(idle.send(request("GET /things/2")).read()).contains("thing 2");
            assertThat(follower.readToEnd()).doesNotContain("bye");
        }
    }

    /** Its handler pauses the request, as all on virtual threads do, and never reads it. */
    @Test
    void aBodyThatNobodyReadsIsDropped() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            for (int id = 0; id < 3; id++) {
                client.send(request("GET /things/" + id, "Content-Length: 5") + "12345");
                assertThat(client.read()).contains("thing " + id);
            }
        }
    }

    @Test
    void aClientThatHasClosedItsSideIsAnswered() throws IOException {
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("PUT /things/1", "Content-Length: 5") + "12345").closeOutput();
            assertThat(client.readToEnd()).endsWith("took 5");
        }
    }

    @Test
    void nothingIsServedBehindARefusedRequest() throws IOException {
        String refused =
                request("POST /notes", "Transfer-Encoding: chunked") + "14\r\n" + "x".repeat(20) + "\r\n0\r\n\r\n";
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(request("GET /things/1") + refused + request("GET /things/2"));
            assertThat(client.readToEnd()).contains("thing 1", "body-over-10").doesNotContain("thing 2");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int id = 0; id < 20; id++) {
            all.append(request("GET /things/" + id));
        }
        try (RawClient client = new RawClient(doors.thingsPort)) {
            client.send(all.toString());
            for (int id = 0; id < 20; id++) {
                assertThat(client.read()).contains("thing " + id + ",");
            }
        }
    }

    @Test
    void closingFinishesWhatIsUnderWayAndEndsStreams() throws Exception {
        try (RawClient blocked = new RawClient(doors.thingsPort);
                RawClient follower = new RawClient(doors.thingsPort);
                RawClient idle = new RawClient(doors.thingsPort)) {
            doors.handlers.changes.release();
            follower.send(request("GET /changes")).readUntil("data: changed\n\n");
            blocked.send(request("GET /blocked"));
            doors.handlers.blocked.await();
            Thread closing = Thread.ofVirtual().start(doors::close);
            assertThat(follower.readToEnd()).contains("data: bye\n\n");
            assertThat(idle.readToEnd()).isEmpty();
            doors.handlers.unblock.countDown();
            assertThat(blocked.readToEnd()).endsWith("unblocked");
            closing.join();
        }
    }
}
