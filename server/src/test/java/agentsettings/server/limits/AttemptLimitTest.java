package agentsettings.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who guesses at secrets is slowed down, and nobody else. */
final class AttemptLimitTest {

    private static final String GUESSER = "192.0.2.1";

    private final TestClock clock = new TestClock();
    private final AttemptLimit limit = new AttemptLimit(clock);

    private void fail(int times, String address, String key) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.pause(address, key)).isZero();
            limit.failed(address, key);
        }
    }

    @Test
    void afterSomeWrongSecretsForAKeyEachFurtherOneCostsAPause() {
        fail(AttemptLimit.FAILURES_OF_KEY, GUESSER, "k1");

        assertThat(limit.pause(GUESSER, "k1")).isPositive().isLessThanOrEqualTo(AttemptLimit.PAUSE_OF_KEY);
        clock.goOn(AttemptLimit.PAUSE_OF_KEY);
        fail(1, GUESSER, "k1");
        assertThat(limit.pause(GUESSER, "k1")).isPositive();
    }

    @Test
    void theKeyStaysUsableFromElsewhereAndOtherKeysFromThere() {
        fail(AttemptLimit.FAILURES_OF_KEY, GUESSER, "k1");

        assertThat(limit.pause("192.0.2.2", "k1")).isZero();
        assertThat(limit.pause(GUESSER, "k2")).isZero();
    }

    @Test
    void manyKeysFromOneNetworkAreSlowedDownToo() {
        for (int i = 0; i < AttemptLimit.FAILURES_OF_NETWORK; i++) {
            fail(1, "2001:db8:0:7::" + Integer.toHexString(i + 1), "k" + i);
        }

        assertThat(limit.pause("2001:db8:0:7:ffff::1", "another")).isPositive();
        assertThat(limit.pause("2001:db8:0:8::1", "another")).isZero();
        clock.goOn(AttemptLimit.PAUSE_OF_NETWORK);
        assertThat(limit.pause("2001:db8:0:7::1", "another")).isZero();
    }

    @Test
    void clientsOnThisMachineAreNotLimited() {
        fail(AttemptLimit.FAILURES_OF_NETWORK + 1, "127.0.0.1", "k1");
        fail(AttemptLimit.FAILURES_OF_NETWORK + 1, "0:0:0:0:0:0:0:1", "k1");
    }

    @Test
    void aClockThatIsSetChangesNothing() {
        fail(AttemptLimit.FAILURES_OF_KEY, GUESSER, "k1");
        clock.setWallClockBack(Duration.ofDays(1));

        assertThat(limit.pause(GUESSER, "k1")).isLessThanOrEqualTo(AttemptLimit.PAUSE_OF_KEY);
    }
}
