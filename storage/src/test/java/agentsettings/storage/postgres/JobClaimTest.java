package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Actor;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job belongs to one node until its claim ends. */
final class JobClaimTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(30);
    private static final JobKey KEY = new JobKey("202205116084", "job-1");

    private PostgresEngine engine;
    private Jobs one;
    private Jobs other;

    @BeforeEach
    void receiveAJob() {
        engine = PostgresEngine.emptyWithLanes(1);
        one = engine.database().openJobs();
        other = engine.database().openJobs();
        Job job = new Job(
                KEY,
                Job.Kind.UNDO,
                "{}",
                new Actor(Actor.Kind.MANAGEMENT_KEY, "abcdefgh"),
                0,
                NOON,
                null,
                null,
                JobProgress.begin(State.RECEIVING),
                null);
        one.add(job);
        one.received(job, 0, Optional.empty());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        engine.close();
    }

    @Test
    void anotherNodeTakesItWhenTheClaimHasEnded() {
        assertThat(one.claim(NOON, END)).isPresent();

        assertThat(other.claim(END.minusMillis(1), END.plusSeconds(30))).isEmpty();
        assertThat(other.claim(END, END.plusSeconds(30))).isPresent();
        assertThat(one.keep(KEY, END, END.plusSeconds(60))).isFalse();
        assertThat(one.collected(KEY, 1)).isFalse();
        assertThat(other.collected(KEY, 1)).isTrue();
    }

    @Test
    void aClaimIsKeptByClaimingAgain() {
        one.claim(NOON, END);

        assertThat(one.keep(KEY, END.minusSeconds(10), END.plusSeconds(20))).isTrue();
        assertThat(other.claim(END, END.plusSeconds(30))).isEmpty();
    }

    @Test
    void aJobThatIsGivenBackIsFree() {
        one.claim(NOON, END);
        one.release(KEY);

        assertThat(other.claim(NOON, END)).isPresent();
    }
}
