package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids have the vendor's layout and increase strictly, even if the clock goes back. */
class SettingsIdsTest {

    private static final long VENDORS_EXAMPLE = 1_307_145_259_662_215_169L;
    private static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

    @Test
    void theVendorsExampleHasTheDateOfItsDocument() {
        assertThat(Instant.ofEpochMilli(SettingsIds.millisOf(VENDORS_EXAMPLE))).hasToString("2020-09-19T02:31:30.145Z");
        assertThat(Instant.ofEpochMilli(SettingsIds.EPOCH_MILLIS)).hasToString("2010-11-04T01:42:54.657Z");
    }

    @Test
    void theVendorsExampleIsReproduced() {
        long millis = SettingsIds.millisOf(VENDORS_EXAMPLE);
        int node = (int) (VENDORS_EXAMPLE >> 12) & SettingsIds.NODE_MAX;
        int sequence = (int) VENDORS_EXAMPLE & 0xFFF;
        SettingsIds ids = new SettingsIds(InstantSource.fixed(Instant.ofEpochMilli(millis)), node, 0);
        for (int i = 0; i < sequence; i++) {
            ids.next();
        }

        assertThat(ids.next()).isEqualTo(VENDORS_EXAMPLE);
    }

    @Property(seed = "1", tries = 2_000)
    void anIdHasItsTimeAndNode(
            @ForAll @LongRange(min = SettingsIds.EPOCH_MILLIS + 1, max = SettingsIds.END_MILLIS) long millis,
            @ForAll @IntRange(max = SettingsIds.NODE_MAX) int node) {
        long id = new SettingsIds(() -> Instant.ofEpochMilli(millis), node, 0).next();

        assertThat(id).isPositive();
        assertThat(SettingsIds.millisOf(id)).isEqualTo(millis);
        assertThat(id >> 12 & SettingsIds.NODE_MAX).isEqualTo(node);
        assertThat(id & 0xFFF).isZero();
    }

    @Property(seed = "2", tries = 500)
    void idsIncreaseStrictlyWhateverTheClockDoes(@ForAll("clocks") List<Long> readings) {
        Iterator<Long> clock = readings.iterator();
        SettingsIds ids = new SettingsIds(() -> Instant.ofEpochMilli(clock.next()), 7, 0);
        long last = 0;
        long latest = 0;
        for (long reading : readings) {
            long id = ids.next();
            latest = Math.max(latest, reading);

            assertThat(id).isGreaterThan(last);
            assertThat(SettingsIds.millisOf(id)).isGreaterThanOrEqualTo(latest);
            last = id;
        }
    }

    @Test
    void after4096IdsOfAMillisecondTheNextMillisecondIsUsed() {
        SettingsIds ids = new SettingsIds(InstantSource.fixed(Instant.ofEpochMilli(NOON)), 0, 0);
        Set<Long> made = new HashSet<>();
        for (int i = 0; i < 3 * 4096; i++) {
            long id = ids.next();
            made.add(id);
            assertThat(SettingsIds.millisOf(id)).isEqualTo(NOON + i / 4096);
        }

        assertThat(made).hasSize(3 * 4096);
    }

    @Test
    void noIdHasATimeUpToTheLastIds() {
        SettingsIds behind = new SettingsIds(
                InstantSource.fixed(Instant.ofEpochMilli(NOON - 1000)), 0, (NOON - SettingsIds.EPOCH_MILLIS) << 22);
        SettingsIds level = new SettingsIds(
                InstantSource.fixed(Instant.ofEpochMilli(NOON)), 0, (NOON - SettingsIds.EPOCH_MILLIS) << 22);
        SettingsIds ahead = new SettingsIds(
                InstantSource.fixed(Instant.ofEpochMilli(NOON + 1000)), 0, (NOON - SettingsIds.EPOCH_MILLIS) << 22);

        assertThat(SettingsIds.millisOf(behind.next())).isEqualTo(NOON + 1);
        assertThat(SettingsIds.millisOf(level.next())).isEqualTo(NOON + 1);
        assertThat(SettingsIds.millisOf(ahead.next())).isEqualTo(NOON + 1000);
    }

    @Test
    void idsOfDifferentNodesDifferAtTheSameTime() {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON));
        Set<Long> made = new HashSet<>();
        for (int node = 0; node <= SettingsIds.NODE_MAX; node++) {
            SettingsIds ids = new SettingsIds(clock, node, 0);
            for (int i = 0; i < 20; i++) {
                made.add(ids.next());
            }
        }

        assertThat(made).hasSize((SettingsIds.NODE_MAX + 1) * 20);
    }

    @Test
    void idsArePositiveUntil2080() {
        InstantSource end = InstantSource.fixed(Instant.ofEpochMilli(SettingsIds.END_MILLIS));
        long last = new SettingsIds(end, SettingsIds.NODE_MAX, 0).next();

        assertThat(end.instant()).hasToString("2080-07-10T17:30:30.208Z");
        assertThat(last).isPositive();
    }

    /** A clock that is wrong: before the start of the time scale, at it, at its end, after it, and back. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, SettingsIds.NODE_MAX})
    void idsStayPositiveAndIncreaseWhenTheClockJumpsOffTheTimeScale(int node) {
        long[] now = {0};
        SettingsIds ids = new SettingsIds(() -> Instant.ofEpochMilli(now[0]), node, 0);
        long last = 0;
        for (long reading : List.of(
                Long.MIN_VALUE / 1_000_000,
                0L,
                SettingsIds.EPOCH_MILLIS - 1,
                SettingsIds.EPOCH_MILLIS,
                NOON,
                0L,
                SettingsIds.END_MILLIS + 1,
                Instant.parse("9999-12-31T00:00:00Z").toEpochMilli(),
                NOON + 1,
                SettingsIds.END_MILLIS)) {
            now[0] = reading;
            long id = ids.next();

            assertThat(id).as("at %s", Instant.ofEpochMilli(reading)).isGreaterThan(last);
            last = id;
        }
        assertThat(SettingsIds.millisOf(last)).isEqualTo(SettingsIds.END_MILLIS);
    }

    @Test
    void behindTheLastIdThereIsNone() {
        SettingsIds ids = new SettingsIds(InstantSource.fixed(Instant.ofEpochMilli(SettingsIds.END_MILLIS)), 0, 0);
        for (int i = 0; i < 4096; i++) {
            assertThat(ids.next()).isPositive();
        }

        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException().isThrownBy(ids::next).withMessageContaining("2080");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2010-11-04T01:42:54.656Z",
                "2080-07-10T17:30:30.209Z",
                "2106-02-07T06:28:15Z"
            })
    void aClockOffTheTimeScaleIsRefused(String time) {
        assertThatIllegalStateException()
                .isThrownBy(() -> SettingsIds.requireUsable(InstantSource.fixed(Instant.parse(time))))
                .withMessage("The system clock says " + time + "; it must be between 2010-11-04T01:42:54.657Z and"
                        + " 2080-07-10T17:30:30.208Z. Set the clock.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1024, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNodeBeyondTenBitsIsRejected(int node) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingsIds(InstantSource.system(), node, 0))
                .withMessageContaining("0 to 1023");
    }

    /** Clock readings that stay the same, advance slowly, and jump forwards and backwards. */
    @Provide
    Arbitrary<List<Long>> clocks() {
        Arbitrary<Long> steps = Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(0, 2),
                Arbitraries.longs().between(-100_000, 100_000),
                Arbitraries.longs().between(-3_600_000, 3_600_000));
        return steps.list().ofMaxSize(200).map(SettingsIdsTest::readings);
    }

    private static List<Long> readings(List<Long> steps) {
        long[] now = {NOON};
        return steps.stream().map(step -> now[0] += step).toList();
    }
}
