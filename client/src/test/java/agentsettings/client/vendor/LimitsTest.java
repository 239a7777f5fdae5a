package agentsettings.client.vendor;

import static agentsettings.client.ScriptedServer.endless;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.ScriptedServer.silence;
import static agentsettings.client.vendor.Replies.TOKEN_OPERATION;
import static agentsettings.client.vendor.Replies.failure;
import static agentsettings.client.vendor.Replies.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.MovedClock;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.vendor.Fixture.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server that is slow, silent or boundless can't do to a client. */
@Timeout(60)
final class LimitsTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    /** With one attempt in a short time. */
    private static Fixture withOneShortAttempt(Step step) {
        return new Fixture(_ -> step, config -> config.withRequestTimeout(SHORT).withAttemptsMax(1));
    }

    @Test
    void aServerThatDoesNotRespondTakesTheRequestTimeoutOnly() {
        try (Fixture fixture = withOneShortAttempt(silence())) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("query: no complete response within PT0.2S.");
            assertThatThrownBy(() -> fixture.perform(Call.DELETE))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessage("delete: outcome unknown: no complete response within PT0.2S.");
        }
    }

    @Test
    void aResponseThatNeverEndsTakesTheRequestTimeoutOnly() {
        CountDownLatch ended = new CountDownLatch(1);
        Step begun = connection -> {
            raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{").perform(connection);
            int end = connection.getInputStream().read(); // returns when the client gives the connection up
            assertThat(end).isNegative();
            ended.countDown();
        };
        try (Fixture fixture = withOneShortAttempt(begun)) {
            assertThatThrownBy(() -> fixture.perform(Call.UPDATE))
                    .hasMessage("update: outcome unknown: no complete response within PT0.2S.");
            assertThat(ended).satisfies(CountDownLatch::await);
        }
    }

    @Test
    void aBodyWithoutEndIsNotReadPastItsLimit() {
        for (Step boundless : List.of(
                endless("HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n", "x".repeat(10_000)),
                endless(
                        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
                        "2710\r\n" + "x".repeat(10_000) + "\r\n"),
                endless("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(10_000)))) {
            try (Fixture fixture = new Fixture(_ -> boundless, config -> config.withAttemptsMax(1))) {
                assertThatThrownBy(() -> fixture.perform(Call.CREATE))
                        .isInstanceOf(OutcomeUnknownException.class)
                        .hasMessage("create: outcome unknown: no complete response: body exceeds capacity: 65536.");
            }
        }
    }

    @Test
    void headersWithoutEndAreNotReadPastTheirLimit() {
        Step boundless = endless("HTTP/1.1 200 OK\r\n", "x: " + "y".repeat(1000) + "\r\n");
        try (Fixture fixture = new Fixture(_ -> boundless, config -> config.withAttemptsMax(1))) {
            assertThatThrownBy(() -> fixture.perform(Call.CREATE))
                    .hasMessage("create: outcome unknown: the response is not valid HTTP.");
        }
    }

    @Test
    void deepNestingIsNoValidResponse() {
        try (Fixture fixture = Fixture.of(json(200, "{\"x\":" + "[".repeat(20_000)))) {
            assertThatThrownBy(() -> fixture.perform(Call.UPDATE))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessage("update: outcome unknown: 200 the response is no valid one of the service.");
        }
    }

    @Test
    void aCallEndsWithinItsOverallTimeoutHoweverManyAttemptsItMayMake() {
        AtomicReference<MovedClock> clock = new AtomicReference<>();
        try (Fixture fixture = new Fixture(
                _ -> {
                    clock.get().move(Duration.ofSeconds(10)); // so long each attempt takes
                    return failure(503, "9001");
                },
                config -> config.withOverallTimeout(Duration.ofSeconds(35)).withAttemptsMax(100))) {
            clock.set(fixture.clock);
            assertThatThrownBy(() -> fixture.perform(Call.UPDATE)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.requests(Call.UPDATE)).hasSize(4);
        }
    }

    @Test
    void theWaitForATokenIsPartOfTheOverallTime() {
        try (Fixture fixture = Fixture.withTokens(
                request -> request.operation().equals(TOKEN_OPERATION) ? silence() : success(),
                config -> config.withOverallTimeout(SHORT))) {
            assertThatThrownBy(() -> fixture.perform(Call.UPDATE))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageMatching("token: no (token|complete response) within PT0\\.2S\\.");
            assertThat(fixture.requests(Call.UPDATE)).isEmpty();
        }
    }

    @Test
    void aHostThatDoesNotAcceptTheConnectionTakesTheConnectTimeoutOnly() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) { // fill its queue, so that the system ignores more
                Socket socket = new Socket();
                waiting.add(socket);
                connect(socket, full);
            }
            ClientConfig config = ClientConfig.of(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                    .withConnectTimeout(SHORT)
                    .withAttemptsMax(1);
            AppCredentials app = new AppCredentials("app", Optional.empty());
            try (VendorClient client = new VendorClient(config, app, InstantSource.system(), new SecureRandom())) {
                assertThatThrownBy(() -> client.delete("u"))
                        .isInstanceOf(ServiceUnavailableException.class)
                        .hasMessage("delete: can't connect in time.");
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void connect(Socket socket, ServerSocket to) throws IOException {
        try {
            socket.connect(to.getLocalSocketAddress(), 100);
        } catch (java.net.SocketTimeoutException e) {
            // the queue is full already
        }
    }

    @Test
    void anInterruptedCallEndsAndStaysInterrupted() throws InterruptedException {
        CountDownLatch requested = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Fixture fixture = new Fixture(
                _ -> {
                    requested.countDown();
                    return silence();
                },
                config -> config)) {
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    fixture.perform(Call.CREATE);
                } catch (OutcomeUnknownException e) {
                    failure.set(Thread.currentThread().isInterrupted() ? e : new AssertionError(e));
                }
            });
            requested.await();
            caller.interrupt();
            caller.join();
            assertThat(failure.get()).hasMessage("create: outcome unknown: the thread was interrupted.");
            assertThat(fixture.requests(Call.CREATE)).hasSize(1);
        }
    }
}
