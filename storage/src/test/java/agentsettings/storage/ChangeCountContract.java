package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.TimeSteps;
import agentsettings.core.users.UserKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The changes of a tenant space are counted in the steps of time in which they were made. */
public abstract class ChangeCountContract extends RecordsFixture {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CHANGES = 120;
    private static final int LIMIT = 1000;

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @Test
    void eachHourHasTheChangesThatWereMadeInIt() {
        clock.move(HOUR);
        long id = created(USER, VENDORS);
        addNamed("u9", "9", "y9", "Ann");
        clock.move(HOUR);
        reopen();
        clock.move(HOUR);
        update(id, USER, EMPTY);
        delete(USER);

        TimeSteps hours = TimeSteps.until(clock.instant(), HOUR, 5);
        assertThat(hours.begin(1)).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(perStep(CALLER.tenantId(), hours)).containsExactly(0L, 2L, 1L, 0L, 2L);
        assertThat(perStep(OTHER_TENANT.tenantId(), hours)).containsExactly(0L, 0L, 1L, 0L, 0L);
        assertThat(perStep("nowhere", hours)).containsOnly(0L);
    }

    @Test
    void wheneverTheStepsBeginEachChangeIsInItsOwn() {
        Random random = new Random(7);
        for (int i = 0; i < CHANGES; i += 2) {
            created(USER, VENDORS);
            clock.move(Duration.ofMillis(random.nextInt(2000)));
            delete(USER);
            clock.move(Duration.ofMillis(random.nextInt(2000)));
        }
        List<Long> times = records().history(new UserKey(CALLER.tenantId(), USER), "", LIMIT).items().stream()
                .map(LoggedChange::at)
                .map(Instant::toEpochMilli)
                .filter(time -> time > NOON.toEpochMilli())
                .toList();
        assertThat(times).hasSizeGreaterThan(CHANGES / 2);

        for (Instant from = NOON.plusMillis(1); from.isBefore(clock.instant()); from = from.plusMillis(3333)) {
            TimeSteps steps = new TimeSteps(from, Duration.ofMillis(777), 60);
            assertThat(perStep(CALLER.tenantId(), steps))
                    .as("from %s", from)
                    .containsExactlyElementsOf(counted(times, steps));
        }
    }

    private static List<Long> counted(List<Long> times, TimeSteps steps) {
        return IntStream.range(0, steps.count())
                .mapToObj(step -> times.stream()
                        .filter(time -> time >= steps.begin(step).toEpochMilli())
                        .filter(time -> time < steps.begin(step + 1).toEpochMilli())
                        .count())
                .toList();
    }

    private List<Long> perStep(String tenantId, TimeSteps steps) {
        return records().changesPerStep(tenantId, steps);
    }
}
