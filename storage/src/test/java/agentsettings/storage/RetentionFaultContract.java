package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * A step of the trimming is taken again and again over a connection whose first, then second, then third call fails: it is taken
 * wholly or not at all, and the next one succeeds.
 */
public abstract class RetentionFaultContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    private static final List<Command<?>> CHANGES = List.of(
            Samples.user(CALLER, USER, "s", "y111"),
            new CreateSettings(CALLER, USER, VENDORS, null),
            new DeleteSettings(CALLER, USER),
            new CreateSettings(CALLER, USER, VENDORS, null));

    /** An engine with an empty database. */
    protected abstract FaultyEngine engine() throws IOException;

    @Test
    void afterAFaultAStepIsTakenWhollyOrNotAtAll() throws Exception {
        requireWholeSteps(Faults::once);
    }

    @Test
    void afterALostAnswerAStepIsTakenWhollyOrNotAtAll() throws Exception {
        requireWholeSteps(Faults::answerLost);
    }

    private void requireWholeSteps(IntFunction<Faults> faultsAt) throws Exception {
        Faults faults = Faults.once(1);
        for (int n = 1; n == 1 || faults.happened(); n++) {
            faults = faultsAt.apply(n);
            try (FaultyEngine engine = engine()) {
                write(engine);
                boolean unchanged = trim(engine, faults);
                int left = engine.changeLog().size();
                assertThat(left).as("fault at call %s", n).isIn(unchanged ? CHANGES.size() : 0, CHANGES.size());
                assertThat(engine.findings()).as("fault at call %s", n).isEmpty();
                faults.end();
                assertThat(trim(engine, faults)).isFalse();
                assertThat(engine.changeLog()).as("fault at call %s", n).isEmpty();
                requireStart(engine);
            }
        }
    }

    private static void write(FaultyEngine engine) {
        try (Store store = engine.open(new SettableClock(NOON))) {
            CHANGES.forEach(change -> store.write(change).toCompletableFuture().join());
        }
    }

    /** Whether the step says that it has changed nothing. */
    private static boolean trim(FaultyEngine engine, Faults faults) {
        boolean unchanged = true;
        try (LogTrimmer trimmer = engine.trimmer(faults)) {
            unchanged = trim(trimmer);
        } catch (SQLException | StoreUnavailable fault) {
            assertThat(faults.happened()).isTrue();
        }
        return unchanged;
    }

    private static boolean trim(LogTrimmer trimmer) {
        try {
            trimmer.trim(NOON.plusSeconds(1));
            return false;
        } catch (StoreUnavailable fault) {
            return true;
        } catch (OutcomeUnknown fault) {
            return false;
        }
    }

    /** The numbers go on, so the start was moved behind the last change. */
    private static void requireStart(FaultyEngine engine) {
        try (Store store = engine.open(new SettableClock(NOON))) {
            store.write(new DeleteSettings(CALLER, USER)).toCompletableFuture().join();
        }
        assertThat(engine.changeLog())
                .singleElement()
                .satisfies(change -> assertThat(change.seq()).isEqualTo(CHANGES.size() + 1));
        assertThat(engine.findings()).isEmpty();
    }
}
