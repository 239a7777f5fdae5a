package agentsettings.bench.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A fixed number of callers, each a virtual thread that sends its next request when the last has completed. For one run. */
final class ClosedLoop {

    private static final int TIMES_MAX = 4_000_000;

    private final Request request;
    private final AtomicLong next;
    private final AtomicLong good = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();
    private final int[] micros = new int[TIMES_MAX];
    private long end;

    /** Sends requests from this index on. */
    ClosedLoop(Request request, long first) {
        this.request = request;
        this.next = new AtomicLong(first);
    }

    /** Sends the request of an index; completes with whether it succeeded. */
    interface Request {
        CompletionStage<Boolean> send(long index);
    }

    /** Returns successes, failures, microseconds, p50, p99 and p99.9 in microseconds, the next index, microseconds of CPU time. */
    String run(int callers, long seconds) {
        long cpu = cpuNanos();
        long began = System.nanoTime();
        end = began + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                var _ = threads.submit(this::call);
            }
        }
        long took = (System.nanoTime() - began) / 1000;
        cpu = (cpuNanos() - cpu) / 1000;
        int[] sorted = Arrays.copyOf(micros, (int) Math.min(good.get(), TIMES_MAX));
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d %d %d %d %d %d %d %d",
                good.get(),
                bad.get(),
                took,
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                percentile(sorted, 0.999),
                next.get(),
                cpu);
    }

    private void call() {
        for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
            boolean success = request.send(next.getAndIncrement())
                    .exceptionally(failure -> false)
                    .toCompletableFuture()
                    .join();
            count(sent, success);
        }
    }

    private void count(long sent, boolean success) {
        if (!success) {
            bad.incrementAndGet();
            return;
        }
        long index = good.getAndIncrement();
        if (index < TIMES_MAX) {
            micros[(int) index] = (int) ((System.nanoTime() - sent) / 1000);
        }
    }

    private static int percentile(int[] sorted, double percentile) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * percentile)];
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
