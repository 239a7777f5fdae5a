package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.endless;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.ScriptedServer.silence;
import static agentsettings.client.management.ScriptedChanges.cutAfter;
import static agentsettings.client.management.ScriptedChanges.event;
import static agentsettings.client.management.ScriptedChanges.eventsAfter;
import static agentsettings.client.management.ScriptedChanges.open;
import static agentsettings.client.management.ScriptedChanges.whole;
import static agentsettings.client.management.ScriptedManagement.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.Closed;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.OfNext;
import agentsettings.client.management.feed.FeedOutcome.Page;
import agentsettings.client.management.feed.FeedOutcome.Received;
import agentsettings.core.users.UserKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of changes from servers that break off, fall silent, or send what is no stream of changes. */
@Timeout(60)
final class ChangeStreamTest {

    private static ChangeStream stream(ScriptedManagement fixture) {
        return fixture.client.changes().stream(ChangeFilter.ALL, Optional.empty());
    }

    /** The numbers of the next changes, whose cursors must be theirs. */
    private static List<Long> take(ChangeStream stream, int count) throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Received next = (Received) stream.next();
            assertThat(next.cursor()).isEqualTo("c" + next.event().change().change());
            numbers.add(Long.parseLong(next.event().change().change()));
        }
        return numbers;
    }

    private static List<String> lastEventIds(ScriptedManagement fixture) {
        return fixture.server.requests().stream()
                .map(request -> request.header("Last-Event-ID"))
                .toList();
    }

    @Test
    void aChangeIsAskedForAgainUntilItHasComeWhole() throws InterruptedException {
        try (ScriptedManagement fixture = ScriptedManagement.of(
                        cutAfter(event(1) + event(2).substring(0, 200)),
                        cutAfter(""),
                        whole(event(2)),
                        cut(),
                        open(event(3) + "id: c4\n\n"));
                ChangeStream stream = stream(fixture)) {
            assertThat(take(stream, 2)).containsExactly(1L, 2L);
            assertThat(stream.cursor()).hasValue("c2");
            assertThat(take(stream, 1)).containsExactly(3L);
            assertThat(lastEventIds(fixture)).containsExactly("", "c1", "c1", "c2", "c2");
        }
    }

    @Test
    void noChangeIsMissedOrRepeatedWhereverConnectionsAreCut() throws InterruptedException {
        int length = event(1).length();
        for (int at = 0; at <= 2 * length; at += 23) {
            int position = at;
            AtomicInteger connections = new AtomicInteger();
            try (ScriptedManagement fixture = new ScriptedManagement(
                            request -> {
                                String all = eventsAfter(request, 4);
                                return connections.getAndIncrement() < 3
                                        ? cutAfter(all.substring(0, Math.min(position, all.length())))
                                        : open(all);
                            },
                            config -> config);
                    ChangeStream stream = stream(fixture)) {
                assertThat(take(stream, 4)).containsExactly(1L, 2L, 3L, 4L);
            }
        }
    }

    @Test
    void aStreamGoesOnFromACursorThatWasStored() throws InterruptedException {
        try (ScriptedManagement fixture =
                        new ScriptedManagement(request -> open(eventsAfter(request, 3)), config -> config);
                ChangeStream stream = fixture.client.changes().stream(
                        ChangeFilter.of(new UserKey("123456789012", "a&b")), Optional.of("c2"))) {
            assertThat(take(stream, 1)).containsExactly(3L);
            assertThat(fixture.server.requests().getFirst().head())
                    .startsWith("GET /api/v1/changes?tenant=123456789012&user=a%26b HTTP/1.1\r\n");
            assertThat(fixture.server.requests().getFirst().header("Accept")).isEqualTo("text/event-stream");
        }
    }

    @Test
    void aCursorMovesPastWhatTheFilterLeavesOut() throws InterruptedException {
        try (ScriptedManagement fixture = ScriptedManagement.of(
                        cutAfter(event(1) + "id: c7\n\n"), cutAfter("id: c8\n\n"), open(event(9)));
                ChangeStream stream = stream(fixture)) {
            assertThat(stream.cursor()).isEmpty();
            assertThat(take(stream, 2)).containsExactly(1L, 9L);
            assertThat(lastEventIds(fixture)).containsExactly("", "c7", "c8");
        }
    }

    @Test
    void anEventKeepsMembersThatThisClientDoesNotKnow() throws InterruptedException {
        String later = event(1).replace("\"data\":{", "\"added\":[1],\"data\":{\"alsoAdded\":null,");
        try (ScriptedManagement fixture = ScriptedManagement.of(open(later));
                ChangeStream stream = stream(fixture)) {
            assertThat(((Received) stream.next()).event().json())
                    .isEqualTo(later.substring(later.indexOf('{')).strip());
        }
    }

    @Test
    void aWaitMayHaveAnEndAndTheCursorMovesMeanwhile() throws InterruptedException {
        try (ScriptedManagement fixture = ScriptedManagement.of(open(event(1) + "id: c7\n\n"));
                ChangeStream stream = stream(fixture)) {
            assertThat(stream.next(Duration.ofMinutes(1))).isPresent();
            while (!stream.cursor().equals(Optional.of("c7"))) {
                assertThat(stream.next(Duration.ofMillis(1))).isEmpty();
            }
        }
    }

    @Test
    void aConnectionThatIsSilentIsGivenUp() throws InterruptedException {
        List<Step> steps = List.of(open(event(1)), open(""), silence(), open(event(2)));
        AtomicInteger connections = new AtomicInteger();
        try (ScriptedManagement fixture = new ScriptedManagement(
                        _ -> steps.get(Math.min(connections.getAndIncrement(), 3)),
                        config -> config.withRequestTimeout(Duration.ofMillis(200)));
                ChangeStream stream = stream(fixture)) {
            assertThat(take(stream, 2)).containsExactly(1L, 2L);
            assertThat(lastEventIds(fixture)).startsWith("", "c1", "c1", "c1");
        }
    }

    @Test
    void theWaitsGrowUntilAnEventComes() throws InterruptedException {
        try (ScriptedManagement fixture = ScriptedManagement.of(
                        json(500, "<html>"),
                        problem(504, "outcome-unknown"),
                        cutAfter(""),
                        whole(""),
                        cutAfter(event(1).substring(0, 100)),
                        problem(500, "failed"),
                        json(429, ""),
                        cutAfter(": alive\n"),
                        problem(503, "unavailable", "retry-after: 10"),
                        cutAfter(event(1)),
                        open(event(2)));
                ChangeStream stream = stream(fixture)) {
            assertThat(take(stream, 2)).containsExactly(1L, 2L);
            List<Duration> waits = fixture.pauses.all();
            assertThat(waits).hasSize(10);
            for (int i = 0; i < 8; i++) {
                assertThat(waits.get(i)).isLessThanOrEqualTo(Duration.ofMillis(Math.min(100L << i, 5000)));
            }
            assertThat(waits.subList(0, 8)).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0);
            assertThat(waits.get(8)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
            assertThat(waits.get(9)).isLessThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void aServiceThatWantsToBeLeftAloneForADayIsLookedForAfterAMinute() throws InterruptedException {
        try (ScriptedManagement fixture =
                        ScriptedManagement.of(problem(503, "unavailable", "Retry-After: 86400"), open(event(1)));
                ChangeStream stream = stream(fixture)) {
            assertThat(take(stream, 1)).containsExactly(1L);
            assertThat(fixture.pauses.all().getFirst()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
        }
    }

    @Test
    void anExpiredCursorEndsTheStream() throws InterruptedException {
        try (ScriptedManagement fixture =
                        ScriptedManagement.of(cutAfter(event(1)), problem(410, "cursor-expired"), cutAfter(event(2)));
                ChangeStream stream = stream(fixture)) {
            take(stream, 1);
            for (int repeated = 0; repeated < 2; repeated++) {
                assertThat(stream.next()).isEqualTo(new CursorExpired("As scripted."));
            }
            assertThat(fixture.server.requests()).hasSize(2);
            assertThat(stream.cursor()).hasValue("c1");
        }
    }

    @Test
    void aRejectedRequestEndsTheStream() {
        for (Step rejected : List.of(
                problem(400, "invalid-request"),
                problem(401, "not-authenticated"),
                problem(403, "not-permitted"),
                problem(404, "not-found"),
                json(302, "", "location: http://127.0.0.1:1/"),
                json(410, "<html>"))) {
            try (ScriptedManagement fixture = ScriptedManagement.of(rejected);
                    ChangeStream stream = stream(fixture)) {
                for (int repeated = 0; repeated < 2; repeated++) {
                    assertThatThrownBy(stream::next)
                            .isInstanceOf(RequestRejectedException.class)
                            .hasMessageStartingWith("stream changes: ");
                }
                assertThat(fixture.server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void whatIsNoStreamOfChangesEndsIt() {
        for (String invalid : List.of(
                "<html>secret</html>\n",
                "data: {}\n\n",
                "id: c1\ndata: secret\n\n",
                "id: c1\ndata: {\"secret\":1}\n\n",
                event(1).replace("settings.updated", "secret.updated"),
                event(1).replace("/settings\"", "/secret\""),
                event(1).replace("id: c1", "id: a secret"),
                event(1).replace("2026-01-01T", "secret"))) {
            try (ScriptedManagement fixture = ScriptedManagement.of(whole(invalid));
                    ChangeStream stream = stream(fixture)) {
                assertThatThrownBy(stream::next)
                        .isInstanceOf(ServiceUnavailableException.class)
                        .hasMessageStartingWith("stream changes: ")
                        .hasMessageEndingWith(" (attempt 5)")
                        .hasMessageNotContaining("secret");
                assertThat(fixture.server.requests()).hasSize(5);
            }
        }
    }

    @Test
    void anEventWithoutEndIsNotReadPastItsLimit() {
        Step boundless = endless(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "2710\r\n" + "x".repeat(10_000) + "\r\n");
        try (ScriptedManagement fixture = new ScriptedManagement(_ -> boundless, config -> config.withAttemptsMax(1));
                ChangeStream stream = stream(fixture)) {
            assertThatThrownBy(stream::next)
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("stream changes: an event is longer than 1048576 bytes.");
        }
    }

    /** A client whose time-outs and waits are longer than the test may take. */
    private static ManagementClient patient(ScriptedServer server) {
        Duration long_ = Duration.ofHours(1);
        return new ManagementClient(
                ClientConfig.of(server.address())
                        .withConnectTimeout(long_)
                        .withRequestTimeout(long_)
                        .withBackoff(long_, long_),
                RunningServer.KEY,
                InstantSource.system(),
                new SecureRandom());
    }

    private static FutureTask<OfNext> nextElsewhere(ChangeStream stream) throws InterruptedException {
        FutureTask<OfNext> next = new FutureTask<>(stream::next);
        Thread thread = Thread.ofPlatform().start(next);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return next;
    }

    private static void awaitRequest(ScriptedServer server) throws InterruptedException {
        while (server.requests().isEmpty()) {
            Thread.sleep(1);
        }
    }

    @Test
    void aCloseEndsAWaitForTheNextChangeAtOnce() throws Exception {
        for (Step blocked : List.of(open("id: c1\n\n"), open(""), silence(), cut())) {
            try (ScriptedServer server = new ScriptedServer(_ -> blocked);
                    ManagementClient client = patient(server)) {
                ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.empty());
                awaitRequest(server);
                FutureTask<OfNext> next = nextElsewhere(stream);
                stream.close();
                assertThat(next.get()).isEqualTo(new Closed());
                assertThat(stream.next()).isEqualTo(new Closed());
            }
        }
    }

    @Test
    void aStreamEndsWhenTheClientIsClosed() throws Exception {
        for (Step blocked : List.of(open("id: c1\n\n"), silence(), cut(), open(event(1) + event(2)))) {
            try (ScriptedServer server = new ScriptedServer(_ -> blocked)) {
                ManagementClient client = patient(server);
                ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.empty());
                awaitRequest(server);
                client.close();
                OfNext last = stream.next();
                assertThat(last instanceof Received ? stream.next() : last).isEqualTo(new Closed());
                assertThatThrownBy(() -> client.changes().stream(ChangeFilter.ALL, Optional.empty()))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void aWaitForTheNextChangeEndsWhenItsThreadIsInterruptedAndTheStreamGoesOn() throws InterruptedException {
        try (ScriptedManagement fixture = ScriptedManagement.of(open(event(1)));
                ChangeStream stream = stream(fixture)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(stream::next).isInstanceOf(InterruptedException.class);
            assertThat(take(stream, 1)).containsExactly(1L);
        }
    }

    @Test
    void aPageHasItsChangesAndTheCursorBehindThem() {
        String items = event(1).substring("id: c1\ndata: ".length()).strip();
        try (ScriptedManagement fixture = ScriptedManagement.of(
                cut(),
                json(200, "{\"items\":[" + items + "],\"next\":\"c1\"}"),
                json(200, "{\"items\":[],\"next\":\"c1\"}"),
                problem(410, "cursor-expired"))) {
            Changes changes = fixture.client.changes();
            Page page = (Page) changes.list(ChangeFilter.of("123456789012"), Optional.empty(), 10);
            assertThat(page.next()).isEqualTo("c1");
            assertThat(page.changes()).hasSize(1);
            assertThat(page.changes().getFirst().source()).isEqualTo("urn:agentsettings:log:l");
            assertThat(changes.list(ChangeFilter.ALL, Optional.of("c1"), 1000)).isEqualTo(new Page(List.of(), "c1"));
            assertThat(changes.list(ChangeFilter.ALL, Optional.of("c0"), 1))
                    .isEqualTo(new CursorExpired("As scripted."));
            assertThat(fixture.server.requests().stream().map(Request::head).map(head -> head.split(" ", 3)[1]))
                    .containsExactly(
                            "/api/v1/changes?tenant=123456789012&limit=10",
                            "/api/v1/changes?tenant=123456789012&limit=10",
                            "/api/v1/changes?limit=1000&after=c1",
                            "/api/v1/changes?limit=1&after=c0");
        }
    }

    @Test
    void aTextThatCannotBeACursorIsRefused() {
        try (ScriptedManagement fixture = ScriptedManagement.of(raw(""))) {
            assertThatThrownBy(() -> fixture.client.changes().stream(ChangeFilter.ALL, Optional.of("a\r\nb: c")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("after: is not a cursor of the feed");
            assertThatThrownBy(() -> fixture.client.changes().list(ChangeFilter.ALL, Optional.empty(), 1001))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
