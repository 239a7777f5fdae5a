package agentsettings.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.config.BackupConfig;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.SqliteVerification;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.verify.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups are made when they are due, and the oldest are removed. */
@Timeout(60)
final class BackupScheduleTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T04:15:00Z"));

    @TempDir
    private Path folder;

    private Path backups;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        backups = folder.resolve("backups");
        database = SqliteDatabase.openExclusive(new DataFolder(folder.resolve("data")));
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private BackupSchedule start(int keep) {
        DatabaseBackup backup = new DatabaseBackup(database, Optional.empty(), now::get);
        return BackupSchedule.start(backup, new BackupConfig(backups, DAY, keep, false));
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void theNextBackupIsMadeWhenTheIntervalIsOverAndTheOldestIsRemoved() throws Exception {
        new DataFolder(backups).create();
        for (String old : new String[] {
            "agentsettings-20261124T041500Z",
            "agentsettings-20261125T041500Z",
            "agentsettings-20261127T041500Z.incomplete"
        }) {
            Files.createDirectory(backups.resolve(old));
        }
        Files.createFile(backups.resolve("another file"));
        try (BackupSchedule schedule = start(2)) {
            await(() -> schedule.lastSuccess().equals(Optional.of(now.get())));
            assertThat(names())
                    .containsExactly(
                            "agentsettings-20261125T041500Z", "agentsettings-20261127T041500Z", "another file");
            assertThat(schedule.lastSuccess()).contains(now.get());

            now.updateAndGet(time -> time.plus(DAY));
            await(() -> schedule.lastSuccess().equals(Optional.of(now.get())));
            assertThat(names()).contains("agentsettings-20261127T041500Z", "agentsettings-20261128T041500Z");
            assertThat(schedule.failures()).isZero();
        }
        Findings findings = new Findings(10);
        DataFolder restored = new DataFolder(folder.resolve("restored"));
        new DatabaseRestore(backups.resolve("agentsettings-20261128T041500Z"), restored.path())
                .restore(BackupSchedule.UNSEEN);
        SqliteVerification.verifyAtRest(restored.database(), findings, BackupSchedule.UNSEEN);
        assertThat(findings.kept()).isEmpty();
    }

    @Test
    void aStartMakesNoBackupWhileTheNewestIsYoung() throws Exception {
        try (BackupSchedule schedule = start(2)) {
            await(() -> schedule.lastSuccess().equals(Optional.of(now.get())));
        }
        now.updateAndGet(time -> time.plus(DAY.dividedBy(2)));
        try (BackupSchedule again = start(2)) {
            assertThat(again.lastSuccess()).contains(now.get().minus(DAY.dividedBy(2)));
            now.updateAndGet(time -> time.plus(DAY.dividedBy(2)));
            await(() -> again.lastSuccess().equals(Optional.of(now.get())));
        }
        assertThat(names()).containsExactly("agentsettings-20261127T041500Z", "agentsettings-20261128T041500Z");
    }

    @Test
    void aClockThatWasAheadKeepsNoBackupAway() throws Exception {
        now.set(Instant.parse("2030-01-01T00:00:00Z"));
        try (BackupSchedule schedule = start(1)) {
            await(() -> schedule.lastSuccess().equals(Optional.of(now.get())));
        }
        now.set(Instant.parse("2026-11-27T04:15:00Z"));
        try (BackupSchedule schedule = start(1)) {
            await(() -> schedule.lastSuccess().equals(Optional.of(now.get())));
        }
        assertThat(names()).contains("agentsettings-20261127T041500Z");
    }

    @Test
    void aFailureIsCounted() throws Exception {
        new DataFolder(backups).create();
        Files.createFile(backups.resolve("agentsettings-20261127T041500Z.incomplete"));
        try (BackupSchedule schedule = start(1)) {
            await(() -> schedule.failures() > 0);
            assertThat(schedule.lastSuccess()).isEmpty();
        }
    }
}
