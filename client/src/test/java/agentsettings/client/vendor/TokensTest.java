package agentsettings.client.vendor;

import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.vendor.Replies.TOKEN_OPERATION;
import static agentsettings.client.vendor.Replies.failure;
import static agentsettings.client.vendor.Replies.found;
import static agentsettings.client.vendor.Replies.success;
import static agentsettings.client.vendor.Replies.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientException;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.vendor.Fixture.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When tokens are fetched, used, renewed and discarded. */
@Timeout(60)
final class TokensTest {

    private static final int LIFE_SECONDS = 1000;

    private final AtomicInteger tokens = new AtomicInteger();

    /** Issues "token-1", "token-2" and so on. */
    private Step nextToken() {
        return token("token-" + tokens.incrementAndGet(), LIFE_SECONDS);
    }

    private static boolean isForToken(Request request) {
        return request.operation().equals(TOKEN_OPERATION);
    }

    private static List<String> tokensUsed(Fixture fixture) {
        return fixture.requests(Call.QUERY).stream()
                .map(request -> request.header("Authorization"))
                .toList();
    }

    @Test
    void aHundredThreadsShareOneTokenRequest() throws Exception {
        CountDownLatch calling = new CountDownLatch(100);
        try (Fixture fixture = Fixture.withTokens(request -> {
                    if (!isForToken(request)) {
                        return found("u");
                    }
                    calling.await(); // until all threads need it
                    return nextToken();
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                outcomes.add(threads.submit(() -> {
                    calling.countDown();
                    return fixture.perform(Call.QUERY);
                }));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Found.class);
            }
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(1);
            assertThat(tokensUsed(fixture)).hasSize(100).containsOnly("Bearer token-1");
        }
    }

    @Test
    void aTokenIsRenewedBeforeItsEndWhileItIsStillUsed() throws Exception {
        CountDownLatch renewing = new CountDownLatch(1);
        CountDownLatch renewed = new CountDownLatch(1);
        try (Fixture fixture = Fixture.withTokens(request -> {
            if (!isForToken(request)) {
                return found("u");
            }
            if (tokens.get() == 1) {
                renewing.countDown();
                renewed.await();
            }
            return nextToken();
        })) {
            fixture.perform(Call.QUERY);
            fixture.clock.move(Duration.ofSeconds(799));
            fixture.perform(Call.QUERY);
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(1);

            fixture.clock.move(Duration.ofSeconds(1));
            fixture.perform(Call.QUERY); // begins the renewal, and does not wait for it
            renewing.await();
            fixture.perform(Call.QUERY);
            assertThat(tokensUsed(fixture)).hasSize(4).containsOnly("Bearer token-1");

            renewed.countDown();
            do {
                fixture.perform(Call.QUERY);
            } while (tokensUsed(fixture).getLast().equals("Bearer token-1"));
            assertThat(tokensUsed(fixture).getLast()).isEqualTo("Bearer token-2");
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(2);
        }
    }

    @Test
    void aTokenAtItsEndIsNotUsed() {
        try (Fixture fixture = Fixture.withTokens(request -> isForToken(request) ? nextToken() : found("u"))) {
            fixture.perform(Call.QUERY);
            fixture.clock.move(Duration.ofSeconds(950));
            fixture.perform(Call.QUERY);
            assertThat(tokensUsed(fixture)).containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "query", "delete", "users"})
    void aRefusedTokenIsRenewedOnceAndTheRequestRepeated(String operation) {
        Call call = List.of(Call.values()).stream()
                .filter(c -> c.operation.equals(operation))
                .findFirst()
                .orElseThrow();
        try (Fixture fixture = Fixture.withTokens(request -> {
            if (isForToken(request)) {
                return nextToken();
            }
            return request.header("Authorization").equals("Bearer token-1") ? failure(401, "2002") : success();
        })) {
            fixture.perform(call);
            assertThat(fixture.requests(call)).hasSize(2);
            assertThat(fixture.pauses.all()).isEmpty();
        }
    }

    @Test
    void aTokenThatIsRefusedAgainEndsTheCall() {
        try (Fixture fixture =
                Fixture.withTokens(request -> isForToken(request) ? nextToken() : failure(401, "2002"))) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessage("query: 401 2002 as scripted");
            assertThat(tokensUsed(fixture)).containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void anyOther401RenewsNothing() {
        for (String code : List.of("2001", "2003", "2004")) {
            try (Fixture fixture =
                    Fixture.withTokens(request -> isForToken(request) ? nextToken() : failure(401, code))) {
                assertThatThrownBy(() -> fixture.perform(Call.QUERY)).isInstanceOf(RequestRejectedException.class);
                assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(1);
            }
        }
    }

    @Test
    void threadsWhoseTokenIsRefusedTogetherShareTheNext() throws Exception {
        int callers = 20;
        CyclicBarrier together = new CyclicBarrier(callers);
        try (Fixture fixture = Fixture.withTokens(request -> {
                    if (isForToken(request)) {
                        return nextToken();
                    }
                    if (!request.header("Authorization").equals("Bearer token-1")) {
                        return found("u");
                    }
                    return connection -> {
                        try {
                            together.await();
                        } catch (java.util.concurrent.BrokenBarrierException e) {
                            throw new IllegalStateException(e);
                        }
                        failure(401, "2002").perform(connection);
                    };
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                outcomes.add(threads.submit(() -> fixture.perform(Call.QUERY)));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Found.class);
            }
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(2);
        }
    }

    @Test
    void everyCallerThatWaitsIsToldWhyThereIsNoToken() throws Exception {
        CountDownLatch calling = new CountDownLatch(10);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (Fixture fixture = Fixture.withTokens(_ -> {
            calling.await();
            return failure(401, "2003");
        })) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    calling.countDown();
                    try {
                        fixture.perform(Call.UPDATE);
                    } catch (ClientException e) {
                        failures.add(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).hasSize(10).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(RequestRejectedException.class).hasMessage("token: 401 2003 as scripted");
            assertThat(failure.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("perform"));
        });
    }

    @Test
    void anInterruptedCallerDoesNotEndTheRequestForTheOthers() throws Exception {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch permitted = new CountDownLatch(1);
        try (Fixture fixture = Fixture.withTokens(request -> {
            if (!isForToken(request)) {
                return found("u");
            }
            requested.countDown();
            permitted.await();
            return nextToken();
        })) {
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            Thread impatient = Thread.ofVirtual().start(() -> {
                try {
                    fixture.perform(Call.QUERY);
                } catch (ClientException e) {
                    failures.add(e);
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }
            });
            requested.await();
            impatient.interrupt();
            impatient.join();
            assertThat(failures).singleElement().isInstanceOf(ServiceUnavailableException.class);

            permitted.countDown();
            assertThat(fixture.perform(Call.QUERY)).isInstanceOf(Outcome.Found.class);
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(1);
        }
    }

    @Test
    void theTokenRequestIsRepeatedToo() {
        Queue<Step> steps = new ConcurrentLinkedQueue<>(
                List.of(failure(503, "9001"), json(200, "garbage"), failure(503, "9003"), nextToken(), success()));
        try (Fixture fixture = Fixture.withTokens(_ -> steps.remove())) {
            fixture.perform(Call.UPDATE);
            assertThat(fixture.server.requests(TOKEN_OPERATION)).hasSize(4);
        }
    }
}
