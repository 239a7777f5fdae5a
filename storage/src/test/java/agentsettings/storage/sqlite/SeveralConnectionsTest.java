package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.storage.LoggedChange;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Stores and directories work on one file at once, as a server and the command line do, and see each other's writes. */
@Timeout(
        value = 60,
        threadMode =
                ThreadMode
                        .SEPARATE_THREAD) // only so that a write left waiting fails the build instead of holding it up
class SeveralConnectionsTest {

    private static final int EACH = 50;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));

    @TempDir
    private Path folder;

    private SqliteEngine engine;

    @BeforeEach
    void makeDatabase() throws IOException {
        engine = new SqliteEngine(folder);
    }

    @Test
    void aUserAddedBesideARunningStoreIsSeenByItAtOnce() {
        try (Store store = engine.open(clock);
                Store another = engine.open(clock)) {
            assertThat(find(store, "u1")).isEqualTo(new FindSettings.UnknownUser());
            add(another, "u1");

            assertThat(find(store, "u1")).isEqualTo(new FindSettings.NoSettings());
            assertThat(create(store, "u1")).isInstanceOf(CreateSettings.Created.class);
        }
    }

    @Test
    void anAppAddedOverOneConnectionIsSeenOverAnother() {
        try (Directory one = directory();
                Directory other = directory()) {
            App app = new App("demo-app", "202205116084", Edition.E2025, "hash", null, true, 0, clock.instant(), 1);
            one.addApp(app);
            assertThat(other.apps()).containsExactly(app);
            other.setEnabled("demo-app", false);

            assertThat(one.apps().getFirst().enabled()).isFalse();
            assertThat(one.addApp(app)).isFalse();
        }
    }

    @Test
    void writersDoNotGetInEachOthersWay() throws Exception {
        try (Store store = engine.open(clock)) {
            List<Callable<Integer>> writers = List.of(
                    () -> addUsers("one"),
                    () -> addUsers("other"),
                    () -> addUsersWithSettings(store, "third"),
                    () -> addUsersWithSettings(store, "fourth"));

            assertThat(together(writers)).containsOnly(EACH);
        }
        assertThat(engine.changeLog().stream().map(LoggedChange::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 6 * EACH).boxed().toList());
    }

    @Test
    void ofTwoThatAddTheSameUsersEachIsAddedByOne() throws Exception {
        assertThat(together(List.of(() -> addUsers("same"), () -> addUsers("same"))))
                .satisfies(added -> assertThat(added.get(0) + added.get(1)).isEqualTo(EACH));
    }

    /** How many could be added. */
    private int addUsers(String prefix) {
        int added = 0;
        try (Store store = engine.open(clock)) {
            for (int i = 0; i < EACH; i++) {
                added += add(store, prefix + i) instanceof AddUser.Added ? 1 : 0;
            }
        }
        return added;
    }

    /** How many got settings. */
    private static int addUsersWithSettings(Store store, String prefix) {
        int created = 0;
        for (int i = 0; i < EACH; i++) {
            String id = prefix + i;
            add(store, id);
            created += create(store, id) instanceof CreateSettings.Created ? 1 : 0;
        }
        return created;
    }

    private static List<Integer> together(List<Callable<Integer>> writers) throws Exception {
        List<Integer> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Integer> result : executor.invokeAll(writers)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private Directory directory() {
        return engine.database().openDirectory();
    }

    private static AddUser.Outcome add(Store store, String id) {
        return store.write(Samples.user(Samples.CALLER, id, id, id))
                .toCompletableFuture()
                .join();
    }

    private static CreateSettings.Outcome create(Store store, String userId) {
        return store.write(new CreateSettings(Samples.CALLER, userId, Samples.VENDORS, null))
                .toCompletableFuture()
                .join();
    }

    private static FindSettings.Outcome find(Store store, String user) {
        return store.find(new FindSettings(Samples.CALLER.tenantId(), user))
                .toCompletableFuture()
                .join();
    }
}
