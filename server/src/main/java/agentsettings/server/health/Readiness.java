package agentsettings.server.health;

import agentsettings.core.store.Store;
import agentsettings.core.store.Store.StorageCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Checks whether the service can serve: its storage reads and writes, its queue has room, its disk has space, and it is not stopping. The
 * storage is checked at most once a second, whoever asks how often, on a thread of its own. Safe for use by many threads.
 */
public final class Readiness implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Readiness.class.getName());

    static final Duration VALID = Duration.ofSeconds(1);

    /** Longer than the storage waits for one of its connections, and shorter than those wait who ask. */
    private static final Duration CHECK_MAX = Duration.ofSeconds(2);

    private final Store store;
    private final int queueMax;
    private final Optional<DiskSpace> disk;
    private final LongSupplier nanoTime;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("storage-check").daemon().factory());
    private volatile boolean stopping;
    private Future<List<StorageCheck>> running;
    private List<StorageCheck> last = List.of();
    private boolean checked;
    private long checkedAt;
    private Set<String> loggedFailures = Set.of();

    /** The free space that the data folder must have. */
    public record DiskSpace(Path folder, long bytesMin) {

        private StorageCheck check() {
            long free = folder.toFile().getUsableSpace();
            String fault = (free >> 20) + " MB are free, fewer than " + (bytesMin >> 20);
            return new StorageCheck("disk-space", free >= bytesMin ? null : fault);
        }
    }

    /**
     * Checks nothing yet.
     *
     * @param queueMax the number of writes that the queue holds
     * @param disk empty if the data is elsewhere
     * @param nanoTime as {@link System#nanoTime}
     */
    public Readiness(Store store, int queueMax, Optional<DiskSpace> disk, LongSupplier nanoTime) {
        this.store = store;
        this.queueMax = queueMax;
        this.disk = disk;
        this.nanoTime = nanoTime;
    }

    /** The checks and their results, of which those of the storage are at most a second old. Blocks for some seconds at most. */
    public List<StorageCheck> check() {
        List<StorageCheck> checks = new ArrayList<>(storageChecks());
        String full = store.queued() < queueMax ? null : "the queue of writes is full";
        checks.add(new StorageCheck("queue", full));
        disk.ifPresent(space -> checks.add(space.check()));
        checks.add(new StorageCheck("not-stopping", stopping ? "the service is stopping" : null));
        log(checks);
        return checks;
    }

    /** Logs the failed checks whenever they are others than before. Whoever asks may see their names alone. */
    private synchronized void log(List<StorageCheck> checks) {
        Map<String, String> faults = new TreeMap<>();
        checks.stream().filter(check -> !check.isPassed()).forEach(check -> faults.put(check.name(), check.fault()));
        if (faults.keySet().equals(loggedFailures)) {
            return;
        }
        loggedFailures = Set.copyOf(faults.keySet());
        if (faults.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Ready again: every check of /health/ready is passed");
        } else {
            LOG.log(System.Logger.Level.WARNING, "Not ready: " + faults);
        }
    }

    /** Whether all checks are passed. */
    public boolean isReady() {
        return check().stream().allMatch(StorageCheck::isPassed);
    }

    /** Notes that the service is stopping. */
    public void stop() {
        stopping = true;
    }

    private synchronized List<StorageCheck> storageChecks() {
        if (checked && nanoTime.getAsLong() - checkedAt < VALID.toNanos()) {
            return last;
        }
        if (running == null) {
            running = thread.submit(store::check);
        }
        try {
            last = running.get(CHECK_MAX.toMillis(), TimeUnit.MILLISECONDS);
            running = null;
        } catch (TimeoutException stillRunning) {
            last = failed("the storage has not answered for " + CHECK_MAX.toSeconds() + " s");
        } catch (ExecutionException failure) {
            last = failed(String.valueOf(failure.getCause().getMessage()));
            running = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("the check was interrupted");
        }
        checked = true;
        checkedAt = nanoTime.getAsLong();
        return last;
    }

    private static List<StorageCheck> failed(String fault) {
        return List.of(new StorageCheck("storage", fault));
    }

    /** Does not wait for a check that is running. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
