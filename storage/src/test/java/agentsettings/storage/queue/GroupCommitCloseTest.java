package agentsettings.storage.queue;

import static agentsettings.storage.queue.GroupCommitTest.requireOverloaded;
import static agentsettings.storage.queue.GroupCommitTest.submit;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.observation.StorageObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Closing commits what was taken, refuses what comes after, and leaves no caller without an answer. */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitCloseTest {

    private static final int ROUNDS = 2_000;
    private static final int SUBMITTERS = 3;
    private static final long EACH = 40;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged();
    }

    @Test
    void closingCommitsWhatWasTakenThenClosesTheWriter() throws InterruptedException {
        RecordingWriter writer = new RecordingWriter();
        GatedWriter gate = held(writer);
        GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 4), StorageObserver.NONE);
        List<CompletableFuture<UpdateSettings.Outcome>> taken = new ArrayList<>(submit(commits, 1, 1));
        gate.awaitBatch();
        taken.addAll(submit(commits, 2, 20));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close);
        gate.letGo();
        closing.join();

        assertThat(taken).allSatisfy(outcome -> assertThat(outcome).isCompleted());
        assertThat(writer.committedIds()).hasSize(20).isSorted();
        assertThat(writer.isClosed()).isTrue();
    }

    @Test
    void closingFitsIntoAFullQueue() throws InterruptedException {
        RecordingWriter writer = new RecordingWriter();
        GatedWriter gate = held(writer);
        GroupCommit commits = new GroupCommit(gate, new BatchLimits(2, 1), StorageObserver.NONE);
        List<CompletableFuture<UpdateSettings.Outcome>> taken = new ArrayList<>(submit(commits, 1, 1));
        gate.awaitBatch();
        taken.addAll(submit(commits, 2, 3));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close);
        gate.letGo();
        closing.join();

        assertThat(taken).allSatisfy(outcome -> assertThat(outcome).isCompleted());
    }

    @Test
    void whatComesAfterTheCloseIsRefusedAtOnce() {
        RecordingWriter writer = new RecordingWriter();
        GroupCommit commits = new GroupCommit(writer, new BatchLimits(100, 10), StorageObserver.NONE);
        submit(commits, 1, 5).forEach(CompletableFuture::join);
        commits.close();

        assertThat(submit(commits, 6, 9)).allSatisfy(refused -> requireOverloaded(refused, "shutting down"));
        assertThat(writer.committedIds()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatFailsWhileClosingIsAnsweredToo() throws InterruptedException {
        RecordingWriter writer = new RecordingWriter();
        writer.fail(2, 3);
        GatedWriter gate = held(writer);
        GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE);
        submit(commits, 1, 1);
        gate.awaitBatch();
        List<CompletableFuture<UpdateSettings.Outcome>> taken = submit(commits, 2, 4);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close);
        gate.letGo();
        closing.join();

        assertThat(taken).allSatisfy(outcome -> assertThat(outcome).isDone());
        assertThat(writer.committedIds()).containsExactly(1L, 4L);
    }

    @Test
    void closingAgainDoesNothing() {
        GroupCommit commits = new GroupCommit(new RecordingWriter(), new BatchLimits(1, 1), StorageObserver.NONE);
        for (int i = 0; i < 5; i++) {
            commits.close();
        }

        requireOverloaded(submit(commits, 1, 1).getFirst(), "shutting down");
    }

    /** A round's threads submit a few dozen commands each, and somewhere among them the queue is closed under them. */
    @Test
    void nobodyIsLeftUnansweredWhenSubmitRacesWithClose() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(SUBMITTERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                RecordingWriter writer = new RecordingWriter();
                GroupCommit commits =
                        new GroupCommit(writer, new BatchLimits(1 + round % 8, 1 + round % 3), StorageObserver.NONE);
                CountDownLatch beforeClose = new CountDownLatch(1 + round % (int) EACH);
                List<Future<List<Submitted>>> submitters = new ArrayList<>();
                for (int i = 0; i < SUBMITTERS; i++) {
                    long first = i * EACH;
                    submitters.add(executor.submit(() -> submitAll(commits, first, beforeClose)));
                }
                beforeClose.await();
                commits.close();
                for (Future<List<Submitted>> submitter : submitters) {
                    requireAnswered(submitter.get(), writer, round);
                }
            }
        }
    }

    private static GatedWriter held(RecordingWriter writer) {
        GatedWriter gate = new GatedWriter(writer);
        gate.hold();
        return gate;
    }

    private record Submitted(long id, CompletableFuture<UpdateSettings.Outcome> outcome) {}

    private static List<Submitted> submitAll(GroupCommit commits, long first, CountDownLatch beforeClose) {
        List<Submitted> all = new ArrayList<>();
        for (long id = first; id < first + EACH; id++) {
            all.add(new Submitted(id, submit(commits, id, id).getFirst()));
            beforeClose.countDown();
        }
        return all;
    }

    private static void requireAnswered(List<Submitted> all, RecordingWriter writer, int round) {
        List<Long> acknowledged = new ArrayList<>();
        for (Submitted submitted : all) {
            assertThat(submitted.outcome())
                    .as("round %d, id %d", round, submitted.id())
                    .isDone();
            if (submitted.outcome().isCompletedExceptionally()) {
                assertThat(submitted.outcome().exceptionNow()).isInstanceOf(StoreOverloaded.class);
            } else {
                acknowledged.add(submitted.id());
            }
        }
        long first = all.getFirst().id();
        assertThat(writer.committedIds().stream().filter(id -> id >= first && id < first + EACH))
                .as("round %d: acknowledged is committed, refused is not", round)
                .containsExactlyElementsOf(acknowledged);
    }
}
