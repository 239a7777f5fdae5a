package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store.StorageCheck;
import agentsettings.core.store.StoreOverloaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after closing and opening again, and ids never start over. */
abstract class ReopeningContract extends StoreFixture {

    @Test
    void everythingIsThereAfterAReopening() {
        long id = created(USER, VENDORS);
        update(id, USER, EMPTY);
        created(OTHER_USER, VENDORS);
        delete(OTHER_USER);
        List<LoggedChange> log = database().changeLog();
        List<FindSettings.Outcome> found = allFound();
        reopen();

        assertThat(allFound()).isEqualTo(found);
        assertThat(settings(USER).version()).isEqualTo(2);
        assertThat(database().changeLog()).isEqualTo(log);
    }

    @Test
    void anOpenStorePassesItsChecksBeforeAndAfterItsFirstWrite() {
        reopen();
        assertThat(store().check()).isNotEmpty().allMatch(StorageCheck::isPassed);
        created(USER, VENDORS);
        assertThat(store().check()).isNotEmpty().allMatch(StorageCheck::isPassed);
        assertThat(store().queued()).isZero();
    }

    @Test
    void aReopenedStoreGoesOnWhereTheOldOneStopped() {
        long id = created(USER, VENDORS);
        reopen();

        assertThat(create(USER, VENDORS)).isEqualTo(new CreateSettings.AlreadyExists());
        update(id, USER, EMPTY);
        assertThat(settings(USER).version()).isEqualTo(2);
    }

    @Test
    void closingFinishesWhatWasTaken() {
        List<CompletableFuture<CreateSettings.Outcome>> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String userId = "user-" + i;
            store().write(Samples.user(CALLER, userId, userId, userId));
            taken.add(store().write(new CreateSettings(CALLER, userId, VENDORS, null))
                    .toCompletableFuture());
        }
        reopen();

        assertThat(taken).allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(CreateSettings.Created.class));
        for (int i = 0; i < 200; i++) {
            assertThat(settings("user-" + i).outbound()).isEqualTo(VENDORS);
        }
    }

    @Test
    void aClosedStoreTakesNoMoreCommands() {
        store().close();
        CompletableFuture<CreateSettings.Outcome> refused =
                store().write(new CreateSettings(CALLER, USER, VENDORS, null)).toCompletableFuture();

        assertThat(refused).isCompletedExceptionally();
        assertThat(refused.exceptionNow()).isInstanceOf(StoreOverloaded.class);
        reopen();
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void idsGoUpAcrossReopeningsThoughTheClockStandsStill() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(created(USER, VENDORS));
            delete(USER);
            reopen();
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsGoUpThoughTheClockIsSetBackWhileTheStoreIsClosed() {
        long before = created(USER, VENDORS);
        clock.move(Duration.ofHours(-1));
        reopen();
        long after = created(OTHER_USER, VENDORS);

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void idsNeverRepeatThoughTheClockIsSetBackWhileTheStoreIsOpen() {
        List<Long> ids = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int minute = 0; minute < 10; minute++) {
                ids.add(created(USER, VENDORS));
                delete(USER);
                clock.move(Duration.ofMinutes(1));
            }
            clock.move(Duration.ofMinutes(-10));
            ids.add(created(USER, VENDORS));
            delete(USER);
            reopen();
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    private List<FindSettings.Outcome> allFound() {
        return Stream.of(USER, SUM_USER, OTHER_USER, "nobody").map(this::find).toList();
    }
}
