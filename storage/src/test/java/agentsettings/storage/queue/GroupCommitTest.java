package agentsettings.storage.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.LoggedMessages;
import agentsettings.storage.observation.StorageObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** How commands of many callers become batches: in order, bounded, each answered after its commit, a bad one failing alone. */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");
    private static final OutboundSettings NO_CHANGES = new OutboundSettings(null, null, null, null, null);

    private final RecordingWriter writer = new RecordingWriter();
    private final GatedWriter gate = new GatedWriter(writer);

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged();
    }

    @Test
    void eachCallerGetsTheOutcomeOfItsOwnCommand() {
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            List<CompletableFuture<UpdateSettings.Outcome>> outcomes = submit(commits, 1, 50);

            for (int i = 0; i < outcomes.size(); i++) {
                assertThat(outcomes.get(i).join()).isEqualTo(new UpdateSettings.Updated(i + 1));
            }
        }
    }

    @Test
    void commandsOfOneCallerAreCommittedInTheirOrder() {
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(1000, 7), StorageObserver.NONE)) {
            submit(commits, 1, 1000).forEach(CompletableFuture::join);

            assertThat(writer.committedIds())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 1000).boxed().toList());
        }
    }

    @Test
    void aCommandThatIsAloneIsCommittedAloneAndAtOnce() {
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1).getFirst().join();
            submit(commits, 2, 2).getFirst().join();

            assertThat(writer.committed()).containsExactly(List.of(1L), List.of(2L));
        }
    }

    @Test
    void whatGathersDuringACommitIsTheNextBatch() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> gathered = submit(commits, 2, 6);
            gate.letGo();
            gathered.forEach(CompletableFuture::join);

            assertThat(writer.committed()).containsExactly(List.of(1L), List.of(2L, 3L, 4L, 5L, 6L));
        }
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            CompletableFuture<UpdateSettings.Outcome> first =
                    submit(commits, 1, 1).getFirst();
            gate.awaitBatch();

            assertThat(first).isNotDone();
            gate.letGo();
            assertThat(first.join()).isEqualTo(new UpdateSettings.Updated(1));
        }
    }

    @Test
    void aBatchIsNeverLargerThanItsBound() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 4), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> gathered = submit(commits, 2, 11);
            gate.letGo();
            gathered.forEach(CompletableFuture::join);

            assertThat(writer.committed())
                    .containsExactly(List.of(1L), List.of(2L, 3L, 4L, 5L), List.of(6L, 7L, 8L, 9L), List.of(10L, 11L));
        }
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsRefusedAtOnceAndNeverExecuted() throws InterruptedException {
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(3, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> waiting = submit(commits, 2, 4);
            List<CompletableFuture<UpdateSettings.Outcome>> tooMany = submit(commits, 5, 7);

            assertThat(tooMany).allSatisfy(refused -> requireOverloaded(refused, "queued"));
            assertThat(waiting).allSatisfy(each -> assertThat(each).isNotDone());
            gate.letGo();
            waiting.forEach(CompletableFuture::join);
            assertThat(submit(commits, 8, 8).getFirst().join()).isEqualTo(new UpdateSettings.Updated(8));
            assertThat(writer.committedIds()).containsExactly(1L, 2L, 3L, 4L, 8L);
        }
    }

    @Test
    void inAnOverloadedQueueThoseWhoHaveWaitedTooLongAreRefusedAndNeverExecuted() throws InterruptedException {
        int burst = OverloadControl.BATCHES_OF_BURST;
        gate.hold();
        try (GroupCommit commits =
                new GroupCommit(gate, new BatchLimits(100, 1, Duration.ZERO), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> waiting = submit(commits, 2, burst + 10);
            gate.letGo();

            waiting.subList(0, burst).forEach(CompletableFuture::join);
            waiting.getLast().join(); // taken alone, so that the queue was no longer overloaded
            assertThat(waiting.subList(burst, burst + 8))
                    .allSatisfy(late -> requireOverloaded(late, "Too many writes are queued; retry later."));
            assertThat(submit(commits, 99, 99).getFirst().join()).isEqualTo(new UpdateSettings.Updated(99));
            assertThat(writer.committedIds()).hasSize(burst + 3);
        }
    }

    @Test
    void ofABatchThatFailsOnlyTheBadCommandFails() throws InterruptedException {
        writer.fail(4);
        gate.hold();
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            submit(commits, 1, 1);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> gathered = submit(commits, 2, 6);
            gate.letGo();

            for (int i : new int[] {0, 1, 3, 4}) {
                assertThat(gathered.get(i).join()).isEqualTo(new UpdateSettings.Updated(i + 2));
            }
            requireUnavailable(gathered.get(2));
            assertThat(writer.committed())
                    .containsExactly(List.of(1L), List.of(2L), List.of(3L), List.of(5L), List.of(6L));
            assertThat(writer.attempts()).contains(List.of(2L, 3L, 4L, 5L, 6L), List.of(4L));
        }
    }

    @Test
    void afterAFailureTheNextBatchIsCommittedTogetherAgain() throws InterruptedException {
        writer.fail(1);
        try (GroupCommit commits = new GroupCommit(gate, new BatchLimits(100, 10), StorageObserver.NONE)) {
            requireUnavailable(submit(commits, 1, 1).getFirst());
            gate.hold();
            submit(commits, 2, 2);
            gate.awaitBatch();
            List<CompletableFuture<UpdateSettings.Outcome>> gathered = submit(commits, 3, 5);
            gate.letGo();
            gathered.forEach(CompletableFuture::join);

            assertThat(writer.committed()).containsExactly(List.of(2L), List.of(3L, 4L, 5L));
        }
    }

    @Test
    void whateverIsThrownAfterTheCommitNeverAppliesACommandTwice() throws InterruptedException {
        for (Throwable failure : List.of(new IllegalStateException("a bug"), new StackOverflowError("a bug"))) {
            RecordingWriter committing = new RecordingWriter();
            GatedWriter behind = new GatedWriter(new LateFailure(committing, failure));
            behind.hold();
            try (GroupCommit commits = new GroupCommit(behind, new BatchLimits(100, 10), StorageObserver.NONE)) {
                List<CompletableFuture<UpdateSettings.Outcome>> outcomes = new ArrayList<>(submit(commits, 1, 1));
                behind.awaitBatch();
                outcomes.addAll(submit(commits, 2, 4));
                behind.letGo();

                assertThat(outcomes)
                        .allSatisfy(outcome -> assertThatExceptionOfType(CompletionException.class)
                                .isThrownBy(outcome::join)
                                .havingCause()
                                .isInstanceOf(OutcomeUnknown.class)
                                .withCause(failure));
            }
            assertThat(committing.committedIds()).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void unknownOutcomesAreLoggedWithTheirCause() {
        BatchWriter broken =
                new BrokenWriter(new OutcomeUnknown("lost", new IllegalStateException("connection reset")));
        try (LoggedMessages log = new LoggedMessages(GroupCommit.class);
                GroupCommit commits = new GroupCommit(broken, new BatchLimits(100, 10), StorageObserver.NONE)) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(submit(commits, 1, 1).getFirst()::join)
                    .withCauseInstanceOf(OutcomeUnknown.class);

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING The outcome of a batch of writes is unknown")
                    .contains("connection reset");
        }
    }

    /** Commits, and then fails. */
    private record LateFailure(BatchWriter writer, Throwable failure) implements BatchWriter {

        @Override
        public List<Object> write(List<Command<?>> batch) {
            writer.write(batch);
            return new BrokenWriter(failure).write(batch);
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    @Test
    void aWriterThatFailsToRestIsWrittenToAgain() throws InterruptedException {
        CountDownLatch restless = new CountDownLatch(2);
        try (GroupCommit commits =
                new GroupCommit(new RestlessWriter(writer, restless), new BatchLimits(100, 10), StorageObserver.NONE)) {
            assertThat(submit(commits, 1, 1).getFirst().join()).isEqualTo(new UpdateSettings.Updated(1));
            while (restless.getCount() > 1) {
                Thread.onSpinWait();
            }
            assertThat(submit(commits, 2, 2).getFirst().join()).isEqualTo(new UpdateSettings.Updated(2));
            restless.await();
        }
    }

    /** Fails whenever there is nothing to write. */
    private record RestlessWriter(BatchWriter writer, CountDownLatch restless) implements BatchWriter {

        @Override
        public List<Object> write(List<Command<?>> batch) {
            return writer.write(batch);
        }

        @Override
        public boolean onIdle() {
            restless.countDown();
            throw new StoreUnavailable("restless", null);
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    static List<CompletableFuture<UpdateSettings.Outcome>> submit(GroupCommit commits, long first, long last) {
        List<CompletableFuture<UpdateSettings.Outcome>> outcomes = new ArrayList<>();
        for (long id = first; id <= last; id++) {
            UpdateSettings command = new UpdateSettings(CALLER, id, "10gg000000y6OOrNaUFs", NO_CHANGES);
            outcomes.add(commits.submit(command).toCompletableFuture());
        }
        return outcomes;
    }

    static void requireOverloaded(CompletableFuture<?> outcome, String why) {
        assertThat(outcome).isCompletedExceptionally();
        assertThat(outcome.exceptionNow()).isInstanceOf(StoreOverloaded.class).hasMessageContaining(why);
    }

    private static void requireUnavailable(CompletableFuture<?> outcome) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(outcome::join)
                .withCauseInstanceOf(StoreUnavailable.class);
    }
}
