package agentsettings.storage.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data folder is made when there is none, is its owner's alone, and serves one server at a time. */
class DataFolderTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));

    @TempDir
    private Path parent;

    @Test
    void aFolderThatIsNotThereIsMadeForItsOwnerAlone() throws IOException {
        Path path = parent.resolve("deep/below/data");
        DataFolder folder = new DataFolder(path);
        assertThat(path).doesNotExist();
        folder.create();

        assertThat(folder.path()).isEqualTo(path).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(folder.secretHashKey().getParent()).isEqualTo(path);
    }

    @Test
    void aFolderThatIsThereIsUsedWithWhatItHolds() throws IOException {
        Files.writeString(parent.resolve("other.txt"), "kept");
        open(new DataFolder(parent)).close();

        assertThat(parent.resolve("other.txt")).hasContent("kept");
        assertThat(parent.resolve("agentsettings.db")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx--x---", "rwx-----x", "rwx---r--", "rwxrwxrwx"})
    void aFolderThatOtherUsersMayUseIsRefusedWithWhatToDo(String permissions) throws IOException {
        Path path = parent.resolve("shared");
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        DataFolder folder = new DataFolder(path);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(folder::create)
                .withMessage("Other users may use the data folder " + path + " (" + permissions + "). Run: chmod 700 "
                        + path)
                .withNoCause();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> SqliteDatabase.openExclusive(folder));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> open(folder));
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aFolderOfAnotherUserIsRefusedWithWhatToDo() throws IOException {
        Path path = parent.resolve("foreign");
        new DataFolder(path).create();
        UserPrincipalLookupService users = path.getFileSystem().getUserPrincipalLookupService();
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a folder away");
        Files.setOwner(path, users.lookupPrincipalByName("nobody"));

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new DataFolder(path).create())
                .withMessageContaining("The data folder " + path + " belongs to the user nobody. Run the command as");
    }

    @Test
    void everyFileIsItsOwnersAlone() throws IOException {
        Path path = parent.resolve("data");
        DataFolder folder = new DataFolder(path);
        try (SqliteDatabase server = SqliteDatabase.openExclusive(folder);
                Store store = open(folder)) {
            store.write(Samples.user(Samples.CALLER, "u1", "1", "y1"))
                    .toCompletableFuture()
                    .join();
            assertThat(server).isNotNull();
            assertThat(modes(path))
                    .containsOnlyKeys(
                            "agentsettings.db",
                            "agentsettings.db-wal",
                            "agentsettings.db-shm",
                            "serve.lock",
                            "nodes.lock",
                            "migrate.lock")
                    .allSatisfy((_, mode) -> assertThat(mode).isEqualTo("rw-------"));
        }
    }

    @Test
    void filesThatOtherUsersMayReadAreTakenFromThem() throws IOException {
        Path path = parent.resolve("data");
        DataFolder folder = new DataFolder(path);
        open(folder).close();
        Files.write(folder.secretHashKey(), new byte[32]);
        for (String file : modes(path).keySet()) {
            Files.setPosixFilePermissions(path.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
        }
        folder.create();
        assertThat(modes(path)).allSatisfy((_, mode) -> assertThat(mode).isEqualTo("rw-------"));
    }

    /** The permissions of each file in the folder. */
    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                modes.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return modes;
    }

    @Test
    void whereAFileStandsNoFolderCanBeMade() throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "a file");

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new DataFolder(file).create())
                .withMessageContaining(file.toString());
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new DataFolder(file.resolve("below")).create());
    }

    @Test
    void severalMayCreateTheSameFolderAtOnce() throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 100; round++) {
            DataFolder folder = new DataFolder(parent.resolve("data" + round));
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                        folder.create();
                    } catch (Throwable failure) {
                        failures.add(failure);
                    }
                }));
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aLockThatWasLetGoCanBeTakenAgain() throws IOException {
        DataFolder folder = new DataFolder(parent);
        folder.lockForServing().close();
        Closeable second = folder.lockForServing();

        assertThat(second).isNotNull();
        second.close();
    }

    @Test
    void aFolderThatIsLockedIsRefused() throws IOException {
        DataFolder folder = new DataFolder(parent);
        Closeable lock = folder.lockForServing();

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(folder::lockForServing)
                .withMessageContaining(parent.toString());
        lock.close();
    }

    @Test
    void processesBesideTheServerHaveNodeNumbersOfTheirOwn() throws IOException {
        DataFolder folder = new DataFolder(parent);
        NodeNumber first = folder.leaseNodeNumber();
        NodeNumber second = folder.leaseNodeNumber();
        assertThat(List.of(first.number(), second.number())).containsExactly(1, 2);

        first.close();
        NodeNumber third = folder.leaseNodeNumber();
        assertThat(third.number()).isEqualTo(1);
        second.close();
        third.close();
    }

    @Test
    void aNodeNumberThatIsLetGoLeavesTheOthersReserved() throws IOException {
        DataFolder folder = new DataFolder(parent);
        NodeNumber kept = folder.leaseNodeNumber();
        folder.leaseNodeNumber().close();

        assertThat(locksKnownToTheSystem(parent.resolve("nodes.lock"))).isEqualTo(1);
        kept.close();
        assertThat(locksKnownToTheSystem(parent.resolve("nodes.lock"))).isZero();
    }

    /** Linux lists each lock as "… pid device:device:inode start end". */
    private static long locksKnownToTheSystem(Path file) throws IOException {
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        try (Stream<String> locks = Files.lines(Path.of("/proc/locks"))) {
            return locks.filter(lock -> lock.contains(inode)).count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Ünïcode 中", "100%25", "a#b", "a;b&c=d", "what?cache=shared", "'quoted'"})
    void aFolderMayHaveAnyName(String name) {
        Path path = parent.resolve(name);
        try (Store store = open(new DataFolder(path))) {
            store.write(Samples.user(Samples.CALLER, "u1", "1", "y1"))
                    .toCompletableFuture()
                    .join();

            assertThat(store.find(new FindSettings(Samples.CALLER.tenantId(), "u1"))
                            .toCompletableFuture()
                            .join())
                    .isEqualTo(new FindSettings.NoSettings());
        }
        assertThat(path.resolve("agentsettings.db")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"this is no database, but long enough to be told from an empty one", "SQLite format 3\0, or so"})
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone(String content) throws IOException {
        Path file = Files.writeString(parent.resolve("agentsettings.db"), content);
        DataFolder folder = new DataFolder(parent);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> open(folder));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(
                        () -> SqliteDatabase.openShared(folder).openDirectory().apps());
        assertThat(file).hasContent(content);
    }

    private Store open(DataFolder folder) {
        SqliteDatabase database = SqliteDatabase.openShared(folder);
        database.migrate();
        return database.openStore(clock, new BatchLimits(10, 10), Runnable::run);
    }
}
