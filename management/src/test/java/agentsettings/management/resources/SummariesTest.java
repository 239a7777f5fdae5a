package agentsettings.management.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.queries.Summary;
import agentsettings.core.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Counting a large tenant space again and again must not take a processor from the vendor's door. */
final class SummariesTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.EPOCH;
    private final AtomicInteger counted = new AtomicInteger();

    /** Each count takes as long as this. */
    private Duration takes = Duration.ZERO;

    private final Summaries summaries = new Summaries(this::count, () -> now);

    private Summary count(String tenantId) {
        now = now.plus(A_SECOND); // waiting for others to read does not count
        Summary summary = summary(counted.incrementAndGet());
        now = now.plus(takes);
        return summary;
    }

    private Summary summary(long users) {
        return new Summary(now, users, 0, Map.of(), 0, 0, List.of());
    }

    private long users() {
        return summaries.of("a tenant space").users();
    }

    @Test
    void whatTakesLittleIsCountedWheneverItIsAskedFor() {
        takes = Summaries.LONG.minusNanos(1);
        assertThat(users()).isEqualTo(1);
        assertThat(users()).isEqualTo(2);
    }

    @Test
    void whatTakesLongIsKeptForTenTimesAsLong() {
        takes = A_SECOND;
        assertThat(users()).isEqualTo(1);
        now = now.plus(A_SECOND.multipliedBy(10)).minusNanos(1);
        assertThat(users()).isEqualTo(1);
        now = now.plusNanos(1);
        assertThat(users()).isEqualTo(2);
        assertThat(summaries.of("another").users())
                .as("each tenant space has its own")
                .isEqualTo(3);
    }

    @Test
    void nothingIsKeptForMoreThanTwoMinutesOrAfterTheClockWasSetBack() {
        takes = Duration.ofHours(1);
        assertThat(users()).isEqualTo(1);
        now = now.plus(Summaries.KEPT_MAX);
        assertThat(users()).isEqualTo(2);
        now = now.minusSeconds(1);
        assertThat(users()).isEqualTo(3);
    }

    @Test
    void whatFailsIsCountedAgain() {
        Summaries failing = new Summaries(
                tenantId -> {
                    if (counted.incrementAndGet() == 1) {
                        throw new StoreUnavailable("gone", null);
                    }
                    return summary(2);
                },
                () -> now);
        assertThatThrownBy(() -> failing.of("t")).hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(failing.of("t").users()).isEqualTo(2);
    }

    @Test
    void thoseWhoAskAtTheSameTimeShareOneCount() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Summaries slow = new Summaries(
                tenantId -> {
                    asked.countDown();
                    awaitQuietly(mayEnd);
                    return summary(counted.incrementAndGet());
                },
                () -> now);
        List<Long> users = new CopyOnWriteArrayList<>();
        List<Thread> callers = new ArrayList<>();
        callers.add(Thread.ofPlatform().start(() -> users.add(slow.of("t").users())));
        asked.await();
        for (int i = 0; i < 8; i++) {
            callers.add(Thread.ofPlatform().start(() -> users.add(slow.of("t").users())));
        }
        for (Thread caller : callers) {
            while (caller.isAlive() && caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        mayEnd.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(users).hasSize(9).containsOnly(1L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
