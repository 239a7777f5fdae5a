package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.users.UserKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that are old enough leave the log, from its beginning on, and nothing else is lost by that. */
public abstract class RetentionContract extends RecordsFixture {

    private static final UserKey KEY = new UserKey(CALLER.tenantId(), USER);
    private static final Duration DAY = Duration.ofDays(1);

    private LogTrimmer trimmer;
    private ChangeFeed feed;

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @BeforeEach
    void openTrimmer() {
        trimmer = database().database().openLogTrimmer();
        feed = database().database().openFeed();
    }

    @AfterEach
    void closeTrimmer() {
        feed.close();
        trimmer.close();
    }

    @Test
    void removesWhatIsOlderAndKeepsTheRest() {
        long id = created(USER, VENDORS);
        clock.move(DAY);
        update(id, USER, EMPTY);
        List<LoggedChange> before = records().history(KEY, "", 10).items();

        assertThat(trimmer.trim(NOON)).isZero();
        assertThat(trimmer.trim(clock.instant())).isEqualTo(3);
        assertThat(trimmer.trim(clock.instant())).isZero();

        assertThat(database().changeLog())
                .extracting(agentsettings.storage.LoggedChange::action)
                .containsExactly("update");
        assertThat(records().history(KEY, "", 10).items()).containsExactly(before.getFirst());
        assertThat(records().change(KEY, before.getFirst().number())).isPresent();
        assertThat(records().change(KEY, before.get(1).number())).isEmpty();
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS.with(EMPTY));
        assertThat(database().findings()).isEmpty();
    }

    @Test
    void aChangeThatIsYoungerKeepsThoseBehindIt() {
        clock.move(DAY);
        created(USER, VENDORS);
        clock.move(DAY.negated());
        created(OTHER_USER, VENDORS);

        assertThat(trimAll(NOON.plusSeconds(1))).isEqualTo(2);
        assertThat(database().changeLog())
                .extracting(agentsettings.storage.LoggedChange::userId)
                .containsExactly(USER, OTHER_USER);
    }

    @Test
    void whenEveryChangeIsGoneIdsAndNumbersGoOn() {
        long last = created(USER, VENDORS);
        delete(USER);
        long lastNumber = lastNumber();
        FeedCursor kept = feed.end();
        assertThat(trimAll(NOON.plusSeconds(1))).isEqualTo(4);
        assertThat(database().changeLog()).isEmpty();
        assertThat(feed.end()).isEqualTo(feed.start()).isEqualTo(kept);
        assertThat(records().history(KEY, "", 10).items()).isEmpty();

        clock.move(DAY.negated());
        reopen();
        assertThat(created(USER, VENDORS)).isGreaterThan(last);
        assertThat(ChangeNumber.of(lastNumber()).sequence())
                .isEqualTo(ChangeNumber.of(lastNumber).sequence() + 1);
        assertThat(follow(kept, new ArrayList<>())).isEqualTo(feed.end()).isNotEqualTo(kept);
        assertThat(database().findings()).isEmpty();
    }

    private long lastNumber() {
        return records().history(KEY, "", 1).items().getFirst().number();
    }

    @Test
    void aHistoryGoesOnWithWhatIsDoneToRecordsWhoseChangesAreGone() {
        long id = created(USER, VENDORS);
        trimAll(NOON.plusSeconds(1));
        clock.move(DAY);

        update(id, USER, EMPTY);
        write(new EditUser(CALLER, USER, new EditUser.Delete(true), Condition.NONE));
        assertThat(records().history(KEY, "", 10).items()).hasSize(3);
        assertThat(database().findings()).isEmpty();

        trimAll(clock.instant().plusSeconds(1));
        assertThat(records().history(KEY, "", 10).items()).isEmpty();
        assertThat(database().findings()).isEmpty();
    }

    @Test
    void aPageOfAHistoryEndsWhereChangesWereRemovedMeanwhile() {
        created(USER, VENDORS);
        delete(USER);
        created(USER, VENDORS);
        var first = records().history(KEY, "", 1);

        trimAll(NOON.plusSeconds(1));

        assertThat(records().history(KEY, first.next().orElseThrow(), 10).items())
                .isEmpty();
    }

    @Test
    void aReaderThatFellBehindIsToldAndANewOneBeginsWithWhatIsThere() {
        FeedCursor behind = feed.start();
        created(USER, VENDORS);
        clock.move(DAY);
        delete(USER);

        trimAll(clock.instant());

        assertThat(feed.read(behind, 10)).isEqualTo(new FeedPage.Expired());
        List<LoggedChange> seen = new ArrayList<>();
        follow(feed.start(), seen);
        assertThat(seen)
                .singleElement()
                .isInstanceOfSatisfying(
                        LoggedChange.OfSettings.class,
                        deletion -> assertThat(deletion.before()).isEqualTo(VENDORS));
    }

    @Test
    void aStepRemovesALimitedNumberOfChangesOfAnyTenantSpace() {
        database().execute("INSERT INTO tenant_space (tenant_id, created_at) VALUES ('" + CALLER.tenantId() + "', 0)");
        int users = LogTrimmer.STEP_MAX + 30;
        IntStream.range(0, users)
                .mapToObj(i -> new AddUser(OTHER_TENANT, "u" + i, "s" + i, profile("y" + i, "Ann")))
                .map(command -> store().write(command).toCompletableFuture())
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(trimmer.trim(NOON.plusSeconds(1))).isEqualTo(LogTrimmer.STEP_MAX);
        assertThat(database().changeLog()).hasSize(32);
        assertThat(trimmer.trim(NOON.plusSeconds(1))).isEqualTo(32);
        assertThat(database().changeLog()).isEmpty();
    }

    @Test
    void changesThatWereRemovedByHandAreNotMissed() {
        created(USER, VENDORS);
        database().execute("DELETE FROM change_log WHERE action = 'add user'");

        assertThat(trimAll(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(database().changeLog()).isEmpty();
    }

    /** Each change is removed as soon as the reader has passed its time. */
    @Test
    void whileOthersWriteAReaderThatKeepsUpSeesEveryChangeOnce() {
        FeedCursor cursor = feed.end();
        List<CompletableFuture<Void>> writers = List.of(
                CompletableFuture.runAsync(() -> change(USER)), CompletableFuture.runAsync(() -> change(OTHER_USER)));
        List<LoggedChange> seen = new ArrayList<>();
        int trimmed = 0;
        boolean last;
        do {
            last = writers.stream().allMatch(CompletableFuture::isDone);
            cursor = follow(cursor, seen);
            if (!seen.isEmpty()) {
                trimmed += trimmer.trim(seen.getLast().at());
            }
        } while (!last);
        writers.forEach(CompletableFuture::join);

        assertThat(trimmed).isPositive();
        assertThat(database().changeLog()).hasSize(2 + seen.size() - trimmed);
        assertThat(seen).extracting(LoggedChange::number).doesNotHaveDuplicates();
        Map<String, List<Long>> versions = new HashMap<>();
        seen.forEach(change -> versions.computeIfAbsent(change.user().userId(), _ -> new ArrayList<>())
                .add(((LoggedChange.OfSettings) change).version()));
        List<Long> all = LongStream.rangeClosed(1, CHANGES).boxed().toList();
        assertThat(versions).isEqualTo(Map.of(USER, all, OTHER_USER, all));
        assertThat(database().findings()).isEmpty();
    }

    private static final int CHANGES = 300;

    private void change(String user) {
        for (int i = 0; i < CHANGES; i++) {
            write(new EditSettings(CALLER, user, new EditSettings.Put(i % 2 == 0 ? VENDORS : EMPTY), Condition.NONE));
            clock.move(Duration.ofMillis(1));
        }
    }

    private int trimAll(Instant before) {
        int all = 0;
        for (int step = trimmer.trim(before); step > 0; step = trimmer.trim(before)) {
            all += step;
        }
        return all;
    }

    /** Reads to the end; gives the cursor there. */
    private FeedCursor follow(FeedCursor from, List<LoggedChange> seen) {
        FeedCursor cursor = from;
        while (feed.read(cursor, 50) instanceof FeedPage.Changes page
                && !page.entries().isEmpty()) {
            for (FeedEntry entry : page.entries()) {
                entry.change().ifPresent(seen::add);
                cursor = cursor.after(entry.number());
            }
        }
        assertThat(feed.read(cursor, 50)).isInstanceOf(FeedPage.Changes.class);
        return cursor;
    }
}
