package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.storage.queue.BatchWriter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Runs a fixed script again and again over a connection whose first, then second, then third call fails, and so on until a run
 * meets no fault. Whatever fails when, what was acknowledged is stored, what failed is not, and the change log explains it all. An
 * engine is tested by a subclass that provides it.
 */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class FaultContract {

    private static final Idempotency KEY = new Idempotency("key-1", "body-1");

    /** Every kind of command and of outcome, alone and together. */
    private static final List<List<Wish>> SCRIPT = List.of(
            List.of(add("u1", "y1"), add("u2", "y2"), add("u3", "y3"), add("u4", "y1")),
            List.of(add(null, "y5")),
            List.of(create("u1", null), create("u2", KEY), create("u2", KEY), create("u1", null), create("u9", null)),
            List.of(update("u1", 0)),
            List.of(update("u2", 0), update("u1", 7), update("u3", 0), create("u3", null), delete("u2")),
            List.of(delete("u1"), delete("u1"), create("u1", null), create("u2", KEY)));

    /** More than three faults in a row can spoil. */
    private static final List<List<Wish>> LATER = List.of(
            List.of(add("u5", "y6")),
            List.of(add("u6", "y7")),
            List.of(add("u7", "y8")),
            List.of(add("u8", "y9"), create("u5", null)));

    private static final List<FindSettings> QUESTIONS = Stream.of("u1", "u2", "u3", "u4", "u5", "u6", "u7", "s-u1")
            .map(user -> new FindSettings(Samples.CALLER.tenantId(), user))
            .toList();

    /** An engine with an empty database. */
    protected abstract FaultyEngine engine() throws IOException;

    /** What is asked of a run after its fault. */
    protected interface Check {
        void check(FaultRun run) throws InterruptedException;
    }

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged();
    }

    @Test
    void afterOneFaultNothingIsLostAndNobodyNotices() throws Exception {
        requireSoundness(Faults::once, run -> {
            assertThat(run.write(LATER)).as("later commands succeed").isTrue();
            assertThat(run.failures()).isZero();
        });
    }

    @Test
    void afterThreeFaultsInARowNothingIsLostAndLaterCommandsSucceed() throws Exception {
        requireSoundness(
                n -> Faults.several(n, 3),
                run -> assertThat(run.write(LATER)).as("later commands succeed").isTrue());
    }

    @Test
    void whenFaultsNeverEndNothingIsLost() throws Exception {
        requireSoundness(
                Faults::forEver,
                run -> assertThat(run.write(LATER)).as("later commands fail").isFalse());
    }

    /** The distance between two calls that a fault is tried at. */
    protected int stride() {
        return 1;
    }

    /** Runs the script with the fault at the first call, then at a later one, until the fault lies beyond its end. */
    protected final void requireSoundness(IntFunction<Faults> faultsAt, Check later) throws Exception {
        boolean faulty = true;
        for (int n = 1; faulty; n += stride()) {
            Faults faults = faultsAt.apply(n);
            try {
                run(faults, later);
            } catch (AssertionError wrong) {
                throw new AssertionError("with the fault at call " + n, wrong);
            }
            faulty = faults.happened();
        }
    }

    private void run(Faults faults, Check later) throws Exception {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));
        try (FaultyEngine engine = engine();
                FaultRun run = start(engine, clock, faults)) {
            if (run != null) {
                run.write(SCRIPT);
                if (faults.happened()) {
                    later.check(run);
                }
                faults.end();
                run.requireNothingLostAndNothingHalf(QUESTIONS);
                engine.requireIntegrity();
            }
        }
    }

    /** Null when a fault kept the writer from starting. */
    private static FaultRun start(FaultyEngine engine, SettableClock clock, Faults faults) {
        try {
            return new FaultRun(engine, writers(engine, clock, faults), clock);
        } catch (SQLException fault) {
            assertThat(faults.happened()).isTrue();
            return null;
        }
    }

    private static List<BatchWriter> writers(FaultyEngine engine, SettableClock clock, Faults faults)
            throws SQLException {
        List<BatchWriter> writers = new ArrayList<>();
        for (int i = 0; i < engine.lanes(); i++) {
            writers.add(engine.writer(faults, clock));
        }
        return writers;
    }

    private static Wish add(String userId, String account) {
        return new Wish.Add(Samples.CALLER, userId, userId == null ? null : "s-" + userId, account);
    }

    private static Wish create(String userId, Idempotency idempotency) {
        return new Wish.Create(Samples.CALLER, userId, Samples.VENDORS, idempotency);
    }

    private static Wish update(String userId, long offBy) {
        return new Wish.Update(Samples.CALLER, userId, offBy, Samples.EMPTY);
    }

    private static Wish delete(String userId) {
        return new Wish.Delete(Samples.CALLER, userId);
    }
}
