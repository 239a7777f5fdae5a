package agentsettings.bench.stress;

import agentsettings.bench.servers.Processes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The most memory that a process has, without pages of files. Runs on a thread of its own until it is closed. */
final class MemoryPeak implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Processes process;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile long megabytes;

    MemoryPeak(Processes process) {
        this.process = process;
        var _ = Thread.ofPlatform().name("memory").start(this::run);
    }

    long megabytes() {
        return megabytes;
    }

    private void run() {
        try {
            while (!end.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                megabytes = Math.max(megabytes, process.statusMegabytes("RssAnon"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
