package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.Conversation;
import agentsettings.acceptance.Conversation.EndsItsSide;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends garbage to the server: whatever is a whole request, or can't become one, is answered as documented, and the server
 * comes through. Another seed than a random one is taken from {@code -Dgarbage.seed}.
 */
class GarbageTest {
    private static final int REQUESTS = 10_000;
    private static final int THREADS = 8;
    private static final int FAULTS_MAX = 20;
    private static final int SHOWN_CHARACTERS_MAX = 600;
    private static final String USER = "{\"userId\":\"1660270845627002401\"}";
    private static final Pattern TOKEN = Pattern.compile("\"AccessToken\":\"([^\"]+)\"");
    private static final Pattern RETURN_CODE = Pattern.compile("\"returnCode\":\"(\\d+)\"");
    private static final List<String> BROUGHT_OUT = List.of(
            "0", "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "2001", "2002", "2003", "4001",
            "5001", "5003", "5006");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("garbage.seed", System.nanoTime());
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> responsesByCode = new ConcurrentSkipListMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void garbageIsAnsweredAndHarmsNothing() throws Exception {
        try (ServerProcess server = ServerProcess.startDemo(folder)) {
            String token = token(server.base());
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                for (int i = 0; i < THREADS; i++) {
                    threads.execute(() -> sendGarbage(server.base(), token));
                }
            }
            System.out.printf(
                    "GarbageTest: %d requests, answers by returnCode %s, incomplete and unanswered %d, faults %d, seed %d%n",
                    REQUESTS, responsesByCode, unanswered.get(), faults.size(), seed);
            assertThat(faults).as("-Dgarbage.seed=" + seed).isEmpty();
            assertThat(responsesByCode.keySet())
                    .as("returnCodes that the garbage brings out, -Dgarbage.seed=" + seed)
                    .containsAll(BROUGHT_OUT);
            assertThatTheVendorsCallsWork(server.base());
            assertThat(server.errors()).doesNotContainPattern("Exception|\tat |ERROR|SEVERE|WARN");
        }
    }

    private void sendGarbage(URI server, String token) {
        for (int i = next.getAndIncrement(); i < REQUESTS && faults.size() < FAULTS_MAX; i = next.getAndIncrement()) {
            String message = Garbage.of(seed * REQUESTS + i, token);
            try {
                fault(server, message).ifPresent(fault -> faults.add(fault + ", to:\n" + shown(message)));
            } catch (IOException | RuntimeException e) {
                faults.add(e + ", to:\n" + shown(message));
            }
        }
    }

    private Optional<String> fault(URI server, String message) throws IOException {
        byte[] bytes = message.getBytes(ISO_8859_1);
        boolean owesResponse = Completeness.owesResponse(message);
        Conversation conversation =
                Conversation.hold(server, bytes, owesResponse ? EndsItsSide.AFTER_FIRST_ANSWER : EndsItsSide.AT_ONCE);
        List<RawResponse> responses = conversation.responses();
        responses.forEach(response -> responsesByCode.merge(returnCode(response), 1, Integer::sum));
        if (conversation.flaw() != null) {
            return Optional.of(conversation.flaw() + " after " + responses.size() + " answers");
        }
        if (responses.isEmpty()) {
            unanswered.incrementAndGet();
            return owesResponse ? Optional.of("closed without an answer") : Optional.empty();
        }
        return responses.stream()
                .flatMap(
                        response -> ResponseRules.fault(response).map(fault -> fault + ": " + response.text()).stream())
                .findFirst();
    }

    private static String returnCode(RawResponse response) {
        Matcher matcher = RETURN_CODE.matcher(response.text());
        return matcher.find() ? matcher.group(1) : "none";
    }

    private static String shown(String message) {
        StringBuilder shown = new StringBuilder();
        message.chars().limit(SHOWN_CHARACTERS_MAX).forEach(c -> {
            boolean plain = (c >= ' ' && c < 0x7f) || c == '\n';
            shown.append(plain ? Character.toString(c) : c == '\r' ? "" : String.format(Locale.ROOT, "\\x%02x", c));
        });
        return shown + (message.length() > SHOWN_CHARACTERS_MAX ? "… (" + message.length() + " bytes)" : "");
    }

    private static String token(URI server) throws IOException {
        String response = TextConnection.ask(
                        server, SoundRequests.tokenRequest().withLength())
                .text();
        Matcher matcher = TOKEN.matcher(response);
        assertThat(matcher.find()).as(response).isTrue();
        return matcher.group(1);
    }

    private static void assertThatTheVendorsCallsWork(URI server) throws IOException {
        for (String operation : List.of("create", "query", "delete")) {
            RawResponse response =
                    TextConnection.ask(server, Request.call(operation, USER).withLength());
            assertThat(response.status()).as(operation + ": " + response.text()).isEqualTo(200);
        }
    }
}
