package agentsettings.server.backup;

import agentsettings.server.config.BackupConfig;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.verify.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Makes a backup whenever the newest is old enough, and removes the oldest, on a thread of its own until it is closed. What it reports
 * may be read by any thread.
 */
public final class BackupSchedule implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BackupSchedule.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofMinutes(1);

    /** A backup that is being made when the service stops is given up; the next start removes it. */
    private static final Duration STOP_MAX = Duration.ofSeconds(1);

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'agentsettings-'uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final WorkProgress UNSEEN = new WorkProgress() {
        @Override
        public void begin(String phase, long rows) {}

        @Override
        public void done(long rows) {}
    };

    private final DatabaseBackup backup;
    private final BackupConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private volatile Instant lastSuccess;
    private boolean failing;

    private BackupSchedule(DatabaseBackup backup, BackupConfig config) {
        this.backup = backup;
        this.config = config;
        Instant now = backup.clock().instant();
        this.lastSuccess = names().stream()
                .map(BackupSchedule::time)
                .filter(time -> !time.isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(null);
        this.thread = Thread.ofPlatform().daemon().name("backup").start(this::run);
    }

    /** Starts to make backups. The folder is created unless it exists, and must be its owner's alone. */
    public static BackupSchedule start(DatabaseBackup backup, BackupConfig config) {
        new DataFolder(config.folder()).create();
        return new BackupSchedule(backup, config);
    }

    /** When the newest backup in the folder was begun, also by an earlier process; empty if there is none. */
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** The number of backups that have failed since the start. */
    public long failures() {
        return failures.get();
    }

    private void run() {
        try {
            Duration pause = makeIfDue();
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = makeIfDue();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("backups must not be interrupted", e);
        }
    }

    /** Logs the first failure. Returns the time until the next attempt. */
    private Duration makeIfDue() {
        Instant now = backup.clock().instant();
        try {
            if (isDue(now)) {
                make(now);
                lastSuccess = now;
                failing = false;
            }
            return POLL;
        } catch (Throwable failure) { // an Error must not end the thread
            failures.incrementAndGet();
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Can't back up the database; trying again every minute", failure);
            }
            failing = true;
            return RETRY;
        }
    }

    /** A backup that seems to be of the future, because the clock was set back, does not count. */
    private boolean isDue(Instant now) {
        return names().stream()
                .map(BackupSchedule::time)
                .filter(time -> !time.isAfter(now))
                .noneMatch(time -> time.plus(config.interval()).isAfter(now));
    }

    private void make(Instant now) {
        String name = NAME.format(now);
        Path target = config.folder().resolve(name);
        new BackupFolder(target).incomplete().delete();
        Findings findings = backup.make(target, UNSEEN);
        LOG.log(
                findings.count() == 0 ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                "Made the backup {0}{1}",
                target,
                findings.count() == 0
                        ? ""
                        : ", as complete as the database, in which " + findings.count()
                                + " rows break a rule: run \"agentsettings db verify\"");
        removeOld(name);
    }

    private void removeOld(String made) {
        List<String> names = names();
        names.stream()
                .limit(Math.max(0, names.size() - config.keep()))
                .filter(name -> !name.equals(made))
                .forEach(name -> new BackupFolder(config.folder().resolve(name)).delete());
    }

    /** The names of the backups that were made by a schedule, oldest first. */
    private List<String> names() {
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(BackupSchedule::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look into " + config.folder(), e);
        }
    }

    private static boolean isName(String name) {
        try {
            time(name);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private static Instant time(String name) {
        return NAME.parse(name, Instant::from);
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
