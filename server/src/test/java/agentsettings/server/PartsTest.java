package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The parts of a service are closed in order, and none can make a stop last longer than it may. */
@Timeout(60)
final class PartsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Parts parts = new Parts();
    private final List<String> closed = new ArrayList<>();

    @Test
    void partsAreClosedInReverseOrderThoughOneFails() {
        parts.keep(() -> closed.add("first"));
        parts.keep(() -> {
            throw new IllegalStateException("expected by this test");
        });
        parts.keep(() -> closed.add("last"));
        assertThat(parts.close(LONG)).isTrue();
        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void aPartThatHangsIsLeftWhenItsTimeIsOver() {
        CountDownLatch never = new CountDownLatch(1);
        parts.keep(() -> closed.add("first"));
        parts.keep(never::await);
        assertThat(parts.close(Duration.ofMillis(100))).isFalse();
        assertThat(closed).isEmpty();
        never.countDown();
        assertThat(parts.close(LONG)).isTrue();
        assertThat(closed).containsExactly("first");
    }
}
