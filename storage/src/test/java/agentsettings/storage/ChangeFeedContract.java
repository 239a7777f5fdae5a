package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.LoggedChange.OfSettings;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows the changes misses none and sees none twice. */
abstract class ChangeFeedContract extends StoreFixture {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 60;

    private ChangeFeed feed;

    @BeforeEach
    void openFeed() {
        feed = database().database().openFeed();
    }

    @AfterEach
    void closeFeed() {
        feed.close();
    }

    @Test
    void changesComeWithWhoAndWhatInTheirOrder() {
        long id = created(USER, VENDORS);
        update(id, USER, EMPTY);
        write(new EditUser(CALLER, USER, new EditUser.Delete(true), Condition.NONE));

        List<LoggedChange> changes = followAll(feed.start(), 2);

        assertThat(changes)
                .extracting(change ->
                        change.getClass().getSimpleName() + " " + change.user().userId())
                .containsExactlyInAnyOrder(
                        "OfUser " + USER,
                        "OfUser " + OTHER_USER,
                        "OfSettings " + USER,
                        "OfSettings " + USER,
                        "OfSettings " + USER,
                        "OfUser " + USER);
        assertThat(changes).allMatch(change -> change.actor().equals(CALLER.actor()));
        assertThat(settingsOf(USER, changes)).extracting(OfSettings::version).containsExactly(1L, 2L, 3L);
        assertThat(settingsOf(USER, changes)).extracting(OfSettings::after).containsExactly(VENDORS, EMPTY, null);
    }

    @Test
    void fromTheEndOnOnlyWhatComesLaterIsSeen() {
        created(USER, VENDORS);
        FeedCursor end = feed.end();
        assertThat(followAll(end, 10)).isEmpty();

        delete(USER);

        assertThat(followAll(end, 10))
                .singleElement()
                .isInstanceOfSatisfying(
                        OfSettings.class,
                        deleted -> assertThat(deleted.before()).isEqualTo(VENDORS));
    }

    @Test
    void aFollowerSeesEachChangeOfManyWritersOnceAndThoseOfARecordInOrder() throws Exception {
        FeedCursor start = feed.end();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String user = i % 2 == 0 ? USER : OTHER_USER;
                writers.add(threads.submit(() -> changeSettings(user)));
            }
            List<LoggedChange> seen = new ArrayList<>();
            FeedCursor cursor = start;
            while (!writers.stream().allMatch(Future::isDone)) {
                cursor = follow(cursor, 7, seen);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            seen.addAll(followAll(cursor, 7));
            assertComplete(seen);
        }
    }

    /** Puts, patches and deletes, some of which change nothing. */
    private Void changeSettings(String user) {
        for (int round = 0; round < ROUNDS; round++) {
            EditSettings.Edit edit = switch (round % 3) {
                case 0 -> new EditSettings.Put(VENDORS);
                case 1 -> new EditSettings.Put(EMPTY);
                default -> new EditSettings.Delete();
            };
            write(new EditSettings(CALLER, user, edit, Condition.NONE));
        }
        return null;
    }

    private void assertComplete(List<LoggedChange> seen) {
        assertThat(seen).extracting(LoggedChange::number).doesNotHaveDuplicates();
        assertThat(seen).hasSize(database().changeLog().size() - 2); // without the two users
        for (String user : List.of(USER, OTHER_USER)) {
            Map<Long, Long> lastVersions = new HashMap<>();
            long lastId = 0;
            for (OfSettings change : settingsOf(user, seen)) {
                assertThat(change.version()).isEqualTo(lastVersions.merge(change.id(), 1L, Long::sum));
                assertThat(change.before() == null).isEqualTo(change.version() == 1);
                assertThat(change.id()).isGreaterThanOrEqualTo(lastId);
                lastId = change.id();
            }
        }
    }

    @Test
    void theCursorOfAnotherLogIsExpired() {
        FeedCursor end = feed.end();
        assertThat(feed.read(new FeedCursor("another", end.seen()), 10)).isEqualTo(new FeedPage.Expired());
    }

    @Test
    void aCursorBeforeChangesThatWereRemovedIsExpired() {
        FeedCursor start = feed.start();
        int node = ChangeNumber.of(number(start)).node();
        database()
                .execute("INSERT INTO change_log_start (node, number, settings_id) VALUES (" + node + ", "
                        + new ChangeNumber(node, 1).value() + ", 0)");

        assertThat(feed.read(start, 10)).isEqualTo(new FeedPage.Expired());
        assertThat(followAll(feed.start(), 10))
                .extracting(change -> change.user().userId())
                .containsExactly(OTHER_USER);
    }

    private long number(FeedCursor cursor) {
        return ((FeedPage.Changes) feed.read(cursor, 1)).entries().getFirst().number();
    }

    @Test
    void changesOfSeveralTenantSpacesAreFollowedAlsoOfOneThatWasRemoved() {
        database().execute("INSERT INTO tenant_space (tenant_id, created_at) VALUES ('" + CALLER.tenantId() + "', 0)");
        add(Samples.user(OTHER_TENANT, USER, USER, "y111"));
        created(USER, VENDORS);

        assertThat(followAll(feed.start(), 2))
                .extracting(change -> change.user().tenantId())
                .containsExactlyInAnyOrder(
                        CALLER.tenantId(), CALLER.tenantId(), OTHER_TENANT.tenantId(), CALLER.tenantId());
    }

    @Test
    void aRowThatCantBeReadIsPassedOver() {
        created(USER, VENDORS);
        database().execute("UPDATE change_log SET after = 'no JSON' WHERE action = 'create'");
        FeedCursor end = feed.end();
        delete(USER);

        List<LoggedChange> seen = new ArrayList<>();
        FeedCursor cursor = feed.start();
        while (!cursor.equals(feed.end())) {
            cursor = follow(cursor, 1, seen);
        }
        assertThat(seen).hasSize(3);
        assertThat(followAll(end, 10)).hasSize(1);
    }

    private static List<OfSettings> settingsOf(String user, List<LoggedChange> changes) {
        return changes.stream()
                .filter(change -> change.user().userId().equals(user))
                .filter(OfSettings.class::isInstance)
                .map(OfSettings.class::cast)
                .toList();
    }

    private List<LoggedChange> followAll(FeedCursor from, int limit) {
        List<LoggedChange> seen = new ArrayList<>();
        FeedCursor before = from;
        FeedCursor cursor = follow(from, limit, seen);
        while (!cursor.equals(before)) {
            before = cursor;
            cursor = follow(cursor, limit, seen);
        }
        return seen;
    }

    /** Reads a page. */
    private FeedCursor follow(FeedCursor from, int limit, List<LoggedChange> seen) {
        FeedPage.Changes page = (FeedPage.Changes) feed.read(from, limit);
        assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
        FeedCursor cursor = from;
        for (FeedEntry entry : page.entries()) {
            entry.change().ifPresent(seen::add);
            cursor = cursor.after(entry.number());
        }
        return cursor;
    }
}
