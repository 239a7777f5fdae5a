package agentsettings.management.resources;

import agentsettings.core.queries.Summary;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The summaries of tenant spaces. Those who ask at the same time share one, and one that took long to count is kept for several times as
 * long, so that counting a tenant space takes little of a processor however often it is asked for. Safe for use by many threads.
 */
final class Summaries {

    /** A summary that takes less to count is counted whenever it is asked for. */
    static final Duration LONG = Duration.ofMillis(200);

    /** For so many times the time that it took to count, a summary is kept. */
    static final int KEPT_TIMES = 10;

    private final Function<String, Summary> counter;
    private final LongSupplier nanoTime;

    /** By tenant space, those that are being counted, and those that took long. */
    private final Map<String, CompletableFuture<Counted>> counts = new ConcurrentHashMap<>();

    private record Counted(Summary summary, long keptUntil) {}

    /**
     * Counts nothing yet.
     *
     * @param counter counts a tenant space
     * @param nanoTime as {@link System#nanoTime}
     */
    Summaries(Function<String, Summary> counter, LongSupplier nanoTime) {
        this.counter = counter;
        this.nanoTime = nanoTime;
    }

    /**
     * A summary of the tenant space, which tells when it was taken.
     *
     * @throws java.util.concurrent.CompletionException if it can't be counted, with the reason as its cause
     */
    Summary of(String tenantId) {
        CompletableFuture<Counted> last = counts.get(tenantId);
        if (last != null && isCurrent(last)) {
            return last.join().summary;
        }
        CompletableFuture<Counted> next = new CompletableFuture<>();
        boolean isFirst =
                last == null ? counts.putIfAbsent(tenantId, next) == null : counts.replace(tenantId, last, next);
        if (!isFirst) {
            return of(tenantId);
        }
        count(tenantId, next);
        return next.join().summary;
    }

    private boolean isCurrent(CompletableFuture<Counted> last) {
        return !last.isDone() || nanoTime.getAsLong() - last.join().keptUntil < 0;
    }

    private void count(String tenantId, CompletableFuture<Counted> count) {
        long begun = nanoTime.getAsLong();
        try {
            Summary summary = counter.apply(tenantId);
            long ended = nanoTime.getAsLong();
            if (ended - begun < LONG.toNanos()) {
                counts.remove(tenantId, count);
            }
            count.complete(new Counted(summary, ended + KEPT_TIMES * (ended - begun)));
        } catch (Throwable failure) { // whoever waits must learn of it
            counts.remove(tenantId, count);
            count.completeExceptionally(failure);
        }
    }
}
