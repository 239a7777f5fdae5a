package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job's rows and its progress are one transaction; a job belongs to one worker; what it read and found wrong is kept. */
abstract class JobsContract extends StoreFixture {

    private static final String TENANT = CALLER.tenantId();
    private static final Actor KEY = new Actor(Actor.Kind.MANAGEMENT_KEY, "abcdefgh");
    private static final JobKey JOB = new JobKey(TENANT, "job-1");
    private static final Caller BY_JOB = new Caller(TENANT, KEY.by("job-1"));
    private static final Set<Job.Kind> ALL = EnumSet.allOf(Job.Kind.class);
    private static final RowFault WRONG =
            new RowFault(3, "callType", RowFault.Code.INVALID_VALUE, "callType: is wrong.");

    private Jobs jobs;

    @BeforeEach
    void openJobs() {
        jobs = database().database().openJobs();
    }

    @AfterEach
    void closeJobs() {
        jobs.close();
    }

    private static Job job(String id) {
        return new Job(
                new JobKey(TENANT, id),
                Job.Kind.IMPORT_SETTINGS,
                "{}",
                KEY,
                0,
                NOON,
                null,
                null,
                JobProgress.begin(State.RECEIVING),
                null);
    }

    private void received(String id) {
        jobs.add(job(id));
        assertThat(jobs.received(job(id), 100, Optional.empty())).isEqualTo(new Jobs.Receipt.Accepted());
    }

    private JobProgress begun(State state) {
        received(JOB.id());
        JobProgress begin = JobProgress.begin(state);
        assertThat(jobs.move(JOB, JobProgress.NONE, begin, null, NOON)).isTrue();
        return begin;
    }

    private JobProgress progress() {
        return jobs.find(JOB).orElseThrow().progress();
    }

    private static JobStep step(JobProgress from, JobStep.Row... rows) {
        return new JobStep(BY_JOB, JOB, from, List.of(rows), from.bytesRead() + 10);
    }

    private static JobStep.Row row(long number, Command<?> command) {
        return new JobStep.Row.Change(number, command);
    }

    private static JobStep.Row create(long number, String userId) {
        return row(number, new CreateSettings(BY_JOB, userId, VENDORS, null));
    }

    @Test
    void aStepAppliesItsRowsAndStoresHowFarTheJobHasCome() {
        JobProgress begin = begun(State.APPLYING);
        created(OTHER_USER, EMPTY);

        JobStep.Outcome outcome = write(step(
                begin,
                create(2, USER),
                new JobStep.Row.Faulty(3, List.of(WRONG)),
                create(4, OTHER_USER),
                create(5, "nobody")));

        JobProgress after = new JobProgress(State.APPLYING, 4, 1, 0, 3, 0, 10);
        assertThat(outcome).isEqualTo(new JobStep.Advanced(after));
        assertThat(progress()).isEqualTo(after);
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
        assertThat(jobs.faults(JOB, "", 10).items())
                .extracting(RowFault::row, RowFault::userId, RowFault::column, RowFault::code)
                .containsExactly(
                        tuple(3L, null, "callType", RowFault.Code.INVALID_VALUE),
                        tuple(4L, OTHER_USER, "userId", RowFault.Code.ALREADY_EXISTS),
                        tuple(5L, "nobody", "userId", RowFault.Code.UNKNOWN_USER));
        assertThat(database().changeLog())
                .last()
                .extracting(LoggedChange::actor)
                .isEqualTo("abcdefgh job-1");
    }

    @Test
    void aStepThatIsSentAgainChangesNothing() {
        JobStep step = step(begun(State.APPLYING), create(2, USER));
        write(step);
        JobProgress after = progress();
        reopen();

        assertThat(write(step)).isEqualTo(new JobStep.ProgressChanged());
        assertThat(progress()).isEqualTo(after);
        assertThat(settings(USER).version()).isEqualTo(1);
    }

    @Test
    void aStepOfAJobThatWasCancelledChangesNothing() {
        JobProgress begin = begun(State.APPLYING);
        assertThat(jobs.move(JOB, begin, begin.in(State.CANCELLED), null, NOON)).isTrue();

        assertThat(write(step(begin, create(2, USER)))).isEqualTo(new JobStep.ProgressChanged());
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
        assertThat(progress().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aCheckFindsWhatWouldBecomeOfTheRowsAndAppliesNone() {
        JobProgress begin = begun(State.CHECKING);
        int changes = database().changeLog().size();

        write(step(begin, create(2, USER), create(3, "nobody")));

        assertThat(progress()).isEqualTo(new JobProgress(State.CHECKING, 2, 1, 0, 1, 0, 10));
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
        assertThat(database().changeLog()).hasSize(changes);
        created(USER, EMPTY);
        assertThat(database().changeLog()).hasSize(changes + 1);
        assertThat(database().findings()).isEmpty();
    }

    @Test
    void aRowSeesWhatTheRowsBeforeItHaveChanged() {
        JobProgress begin = begun(State.APPLYING);

        write(step(
                begin,
                row(2, new AddUser(BY_JOB, "u3", "33", Samples.profile("y113"))),
                row(3, new AddUser(BY_JOB, "u4", "44", Samples.profile("y113"))),
                row(4, new AddUser(BY_JOB, "u5", "33", Samples.profile("y115"))),
                create(5, "u3")));

        assertThat(progress()).isEqualTo(new JobProgress(State.APPLYING, 4, 2, 0, 2, 0, 10));
        assertThat(jobs.faults(JOB, "", 10).items())
                .extracting(RowFault::code)
                .containsExactly(RowFault.Code.ACCOUNT_TAKEN, RowFault.Code.USER_ID_TAKEN);
        assertThat(settings("u3").outbound()).isEqualTo(VENDORS);
    }

    @Test
    void ofTwoStepsFromTheSamePlaceOneIsTaken() {
        JobProgress begin = begun(State.APPLYING);
        var first = store().write(step(begin, create(2, USER))).toCompletableFuture();
        var second = store().write(step(begin, create(2, OTHER_USER))).toCompletableFuture();

        assertThat(List.of(first.join(), second.join()))
                .containsExactlyInAnyOrder(
                        new JobStep.Advanced(new JobProgress(State.APPLYING, 1, 1, 0, 0, 0, 10)),
                        new JobStep.ProgressChanged());
    }

    @Test
    void faultsAreReadByPagesInTheOrderOfTheirRows() {
        JobProgress begin = begun(State.APPLYING);
        List<RowFault> all = new ArrayList<>();
        List<JobStep.Row> rows = new ArrayList<>();
        for (int row = 2; row < 12; row++) {
            List<RowFault> faults = List.of(
                    new RowFault(row, null, RowFault.Code.CELL_COUNT, "Too few."),
                    new RowFault(row, "userId", RowFault.Code.REQUIRED, "userId: is required."));
            rows.add(new JobStep.Row.Faulty(row, faults));
            all.addAll(faults);
        }
        write(step(begin, rows.toArray(JobStep.Row[]::new)));

        List<RowFault> read = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            var page = jobs.faults(JOB, next.get(), 3);
            read.addAll(page.items());
            next = page.next();
        }
        assertThat(read).isEqualTo(all);
    }

    @Test
    void theOldestJobThatIsNotOverIsClaimed() {
        received("a");
        received("b");
        Duration claim = Duration.ofSeconds(30);

        assertThat(jobs.claim(NOON, NOON.plus(claim))).map(Job::key).contains(new JobKey(TENANT, "a"));
        assertThat(jobs.claim(NOON, NOON.plus(claim))).map(Job::key).contains(new JobKey(TENANT, "a"));
        jobs.move(new JobKey(TENANT, "a"), JobProgress.NONE, JobProgress.NONE.in(State.DONE), null, NOON);
        assertThat(jobs.claim(NOON, NOON.plus(claim))).map(Job::key).contains(new JobKey(TENANT, "b"));
        jobs.release(new JobKey(TENANT, "b"));
    }

    @Test
    void aRequestThatIsSentAgainGetsTheJobOfTheFirst() {
        Optional<Idempotency> request = Optional.of(new Idempotency("key-1", "digest-1"));
        jobs.add(job("a"));
        jobs.add(job("b"));
        jobs.add(job("c"));

        assertThat(jobs.received(job("a"), 1, request)).isEqualTo(new Jobs.Receipt.Accepted());
        assertThat(jobs.received(job("b"), 1, request)).isEqualTo(new Jobs.Receipt.Repeated(job("a").key()));
        assertThat(jobs.received(job("c"), 1, Optional.of(new Idempotency("key-1", "digest-2"))))
                .isEqualTo(new Jobs.Receipt.KeyReused());
        assertThat(jobs.list(TENANT, ALL, "", 10).items())
                .extracting(each -> each.key().id())
                .containsExactly("a");
    }

    @Test
    void jobsAreListedNewestFirstOnceTheirInputIsReceived() {
        List.of("a", "b", "c", "d").forEach(this::received);
        jobs.add(job("e"));

        var first = jobs.list(TENANT, ALL, "", 3);
        assertThat(first.items()).extracting(each -> each.key().id()).containsExactly("d", "c", "b");
        assertThat(jobs.list(TENANT, ALL, first.next().orElseThrow(), 3).items())
                .extracting(each -> each.key().id())
                .containsExactly("a");
        assertThat(jobs.list(TENANT, EnumSet.of(Job.Kind.UNDO), "", 3).items()).isEmpty();
        assertThat(jobs.list("another", ALL, "", 3).items()).isEmpty();
        assertThat(jobs.find(job("e").key())).isEmpty();
    }

    @Test
    void whatAJobReadsIsKeptUntilItIsRemoved() {
        jobs.add(job("a"));
        jobs.addInput(job("a").key(), 0, new byte[] {1, 2});
        jobs.addInput(job("a").key(), 1, new byte[] {3});
        jobs.received(job("a"), 3, Optional.empty());

        assertThat(jobs.input(job("a").key(), 0)).contains(new byte[] {1, 2});
        assertThat(jobs.input(job("a").key(), 1)).contains(new byte[] {3});
        assertThat(jobs.input(job("a").key(), 2)).isEmpty();
        jobs.removeInput(job("a").key());
        assertThat(jobs.input(job("a").key(), 0)).isEmpty();
        assertThat(jobs.find(job("a").key())).isPresent();
    }

    @Test
    void aPartOfAnInputIsTakenOnce() {
        jobs.add(job("a"));
        jobs.addInput(job("a").key(), 0, new byte[] {1});

        assertThatThrownBy(() -> jobs.addInput(job("a").key(), 0, new byte[] {2}))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(jobs.input(job("a").key(), 0)).contains(new byte[] {1});
    }

    @Test
    void aJobIsCancelledUnlessItIsOver() {
        received("a");

        assertThat(jobs.cancel(job("a").key(), NOON)).isTrue();
        assertThat(jobs.cancel(job("a").key(), NOON)).isFalse();
        assertThat(jobs.find(job("a").key()).map(Job::progress).map(JobProgress::state))
                .contains(State.CANCELLED);
        assertThat(jobs.claim(NOON, NOON.plusSeconds(30))).isEmpty();
    }

    @Test
    void ofARowOnlySomeFaultsAreKept() {
        JobProgress begin = begun(State.APPLYING);
        List<RowFault> many = Collections.nCopies(1000, WRONG);

        write(step(begin, new JobStep.Row.Faulty(3, many)));

        assertThat(progress().rowsFaulty()).isEqualTo(1);
        assertThat(jobs.faults(JOB, "", 1000).items()).hasSize(JobProgress.FAULTS_OF_ROW_MAX);
    }

    @Test
    void oldJobsAreRemoved() {
        Instant later = NOON.plusSeconds(60);
        received("over");
        received("waiting");
        jobs.add(job("receiving"));
        jobs.move(job("over").key(), JobProgress.NONE, JobProgress.NONE.in(State.FAILED), "It failed.", NOON);
        assertThat(jobs.find(job("over").key())).map(Job::failure).contains("It failed.");

        jobs.removeOld(NOON, NOON);
        assertThat(jobs.find(job("over").key())).isPresent();
        jobs.removeOld(later, later);
        assertThat(jobs.find(job("over").key())).isEmpty();
        assertThat(jobs.find(job("waiting").key())).isPresent();
        assertThatThrownBy(() -> jobs.received(job("receiving"), 1, Optional.empty()))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> jobs.addInput(job("receiving").key(), 0, new byte[] {1}))
                .isInstanceOf(StoreUnavailable.class);
    }
}
