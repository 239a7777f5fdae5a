package agentsettings.acceptance.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawAnswer;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand requests of garbage: every answer is a documented one, and afterwards the server answers as ever. */
final class GarbageTest {

    private static final int REQUESTS = 10_000;
    private static final int SENDERS = 16;
    private static final Duration PATIENCE_WITH_PIECES = Duration.ofMillis(150);
    private static final String QUERY = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";

    private final long seed = Long.getLong("garbage.seed", System.nanoTime());
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void garbageGetsDocumentedAnswersAndDoesNoHarm() throws Exception {
        System.out.println("GarbageTest: seed " + seed);
        try (ServerProcess server = ServerProcess.startDemo(folder.resolve("data"))) {
            sendAll(server.base());
            System.out.println("GarbageTest: statuses " + statuses + ", pieces left unanswered " + unanswered);
            assertThat(query(server.base()).text()).contains("\"returnCode\":\"5003\"");
            assertThat(server.errors()).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(server.terminate()).isZero();
        }
    }

    private void sendAll(URI base) throws InterruptedException, ExecutionException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                Random random = new Random(seed + sender);
                sending.add(senders.submit(() -> {
                    for (int i = 0; i < REQUESTS / SENDERS; i++) {
                        send(base, Garbage.random(random));
                    }
                    return null;
                }));
            }
            for (Future<?> sender : sending) {
                sender.get();
            }
        }
    }

    private void send(URI base, Garbage garbage) throws IOException {
        Optional<RawAnswer> answer = answer(base, garbage);
        if (answer.isPresent()) {
            statuses.computeIfAbsent(answer.get().status(), status -> new AtomicInteger())
                    .incrementAndGet();
            DocumentedAnswer.demand(answer.get(), garbage + "\n(seed " + seed + ")");
        } else {
            unanswered.incrementAndGet();
            assertThat(garbage.whole())
                    .as("left unanswered (seed %d):\n%s", seed, garbage)
                    .isFalse();
        }
    }

    private static Optional<RawAnswer> answer(URI base, Garbage garbage) throws IOException {
        Duration patience = garbage.whole() ? RawHttp.TIMEOUT : PATIENCE_WITH_PIECES;
        try (RawHttp http = RawHttp.connect(base, patience)) {
            http.send(garbage.bytes());
            RawAnswer answer = http.read();
            return Optional.of(answer.status() == 100 ? http.read() : answer);
        } catch (EOFException | SocketException | SocketTimeoutException none) {
            return Optional.empty();
        }
    }

    private static RawAnswer query(URI base) throws IOException {
        try (RawHttp http = RawHttp.connect(base)) {
            byte[] body = "{\"userId\":\"10gg000000demoUser20\"}".getBytes(UTF_8);
            http.send(RawHttp.request("POST", QUERY, Map.of("X-APP-Key", "demo-app"), body));
            return http.read();
        }
    }
}
