package agentsettings.bench.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** So many callers, each a virtual thread that asks again as soon as it is answered. For one run. */
final class ClosedLoop {

    private static final int TIMES_MAX = 4_000_000;

    private final Asking asking;
    private final AtomicLong next;
    private final AtomicLong good = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();
    private final int[] micros = new int[TIMES_MAX];
    private long end;

    /** Asks for places from the first on. */
    ClosedLoop(Asking asking, long first) {
        this.asking = asking;
        this.next = new AtomicLong(first);
    }

    /** What is asked at each place; true when it went well. */
    interface Asking {
        CompletionStage<Boolean> at(long place);
    }

    /** Answers, failures, microseconds, p50, p99 and p99.9 in microseconds, the next place, microseconds of processor time. */
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
        return "%d %d %d %d %d %d %d %d"
                .formatted(
                        good.get(),
                        bad.get(),
                        took,
                        share(sorted, 0.5),
                        share(sorted, 0.99),
                        share(sorted, 0.999),
                        next.get(),
                        cpu);
    }

    private void call() {
        for (long asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
            boolean well = asking.at(next.getAndIncrement())
                    .exceptionally(failure -> false)
                    .toCompletableFuture()
                    .join();
            count(asked, well);
        }
    }

    private void count(long asked, boolean well) {
        if (!well) {
            bad.incrementAndGet();
            return;
        }
        long place = good.getAndIncrement();
        if (place < TIMES_MAX) {
            micros[(int) place] = (int) ((System.nanoTime() - asked) / 1000);
        }
    }

    private static int share(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
