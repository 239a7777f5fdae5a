package agentsettings.storage.queue;

import static agentsettings.storage.queue.GroupCommitTest.submit;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.observation.StorageObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A command whose deadline is over before its batch has begun is never executed; one under way runs to its end, and only once. */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitCancelTest {

    private final RecordingWriter writer = new RecordingWriter();
    private final GatedWriter gate = new GatedWriter(writer);

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged();
    }

    @Test
    void aQueuedCommandThatIsCancelledIsNeverExecuted() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> queued = submit(commits, 2, 5);

            assertThat(queued.get(0).cancel(false)).isTrue();
            assertThat(queued.get(2).cancel(false)).isTrue();
            gate.letGo();

            assertThat(queued.get(1).join()).isEqualTo(new UpdateSettings.Updated(3));
            assertThat(queued.get(3).join()).isEqualTo(new UpdateSettings.Updated(5));
            assertThat(queued.get(0)).isCancelled();
        }
        assertThat(writer.committedIds()).containsExactly(1L, 3L, 5L);
    }

    @Test
    void aCommandUnderWayCannotBeCancelled() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            CompletableFuture<UpdateSettings.Outcome> underWay =
                    submit(commits, 1, 1).getFirst();
            gate.awaitBatch();

            assertThat(underWay.cancel(false)).isFalse();
            gate.letGo();
            assertThat(underWay.join()).isEqualTo(new UpdateSettings.Updated(1));
            assertThat(underWay.cancel(false)).isFalse();
        }
        assertThat(writer.committedIds()).containsExactly(1L);
    }

    @Test
    void aCommandOfAFailedBatchIsNotRetriedOnceItsCallerHasGivenUp() throws InterruptedException {
        writer.fail(3);
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> batch = submit(commits, 2, 4);
            gate.letThrough();
            gate.awaitBatch();
            assertThat(batch.get(2).cancel(false)).as("the batch is under way").isFalse();
            gate.letGo();

            assertThat(batch.get(0).join()).isEqualTo(new UpdateSettings.Updated(2));
            assertThat(batch.get(2).handle((outcome, failure) -> failure).join())
                    .isInstanceOf(StoreUnavailable.class);
        }
        assertThat(writer.committedIds()).containsExactly(1L, 2L);
    }
}
