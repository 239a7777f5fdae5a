package agentsettings.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests a second an app may send, to the request. */
final class RateLimitTest {

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000, 700_000, 999_999, 1_000_000})
    void aBurstIsOneSecondsWorth(int rate) {
        RateLimit limit = new RateLimit(rate, clock);
        assertThat(allowed(limit, "app")).isEqualTo(rate);
        clock.goOn(Duration.ofDays(400));
        assertThat(allowed(limit, "app")).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000, 700_000, 999_999, 1_000_000})
    void eachSecondAllowsTheRateExactly(int rate) {
        RateLimit limit = new RateLimit(rate, clock);
        allowed(limit, "app");
        for (int second = 0; second < 3; second++) {
            int inThisSecond = 0;
            for (int slice = 0; slice < 1_000; slice++) {
                clock.goOn(slice % 2 == 0 ? Duration.ofNanos(700_001) : Duration.ofNanos(1_299_999));
                inThisSecond += allowed(limit, "app");
            }
            assertThat(inThisSecond).isEqualTo(rate);
        }
    }

    /** Otherwise a clock that is set back would refuse every app until it has caught up. */
    @Test
    void theClockOfAServiceIsMonotonic() {
        assertThat(new RateLimit(1).timeMeter.isWallClockBased()).isFalse();
    }

    @Test
    void eachAppHasALimitOfItsOwn() {
        RateLimit limit = new RateLimit(5, clock);
        assertThat(allowed(limit, "one")).isEqualTo(5);
        assertThat(allowed(limit, "other")).isEqualTo(5);
    }

    @Test
    void zeroIsNoLimit() {
        RateLimit limit = new RateLimit(0, clock);
        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.allows("app")).isTrue();
        }
    }

    @Test
    void manyThreadsShareOneLimit() throws InterruptedException, ExecutionException {
        RateLimit limit = new RateLimit(700_000, clock);
        List<Future<Integer>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                counts.add(threads.submit(() -> allowed(limit, "app")));
            }
        }
        int all = 0;
        for (Future<Integer> count : counts) {
            all += count.get();
        }
        assertThat(all).isEqualTo(700_000);
    }

    /** How many requests in a row are allowed. */
    private static int allowed(RateLimit limit, String appKey) {
        int allowed = 0;
        while (limit.allows(appKey)) {
            allowed++;
        }
        return allowed;
    }
}
