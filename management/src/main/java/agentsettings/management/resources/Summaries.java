package agentsettings.management.resources;

import agentsettings.core.queries.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The summaries of tenant spaces. Those who ask at the same time share one, and one that took long to count is kept for several times as
 * long, so that counting a tenant space takes little of a processor however often it is asked for. Safe for use by many threads.
 */
final class Summaries {

    /** A summary that takes less to count is counted whenever it is asked for. */
    static final Duration LONG = Duration.ofMillis(500);

    /** No summary is kept for longer, even if the clock was set meanwhile. */
    static final Duration KEPT_MAX = Duration.ofMinutes(2);

    /** For so many times the time that it took to count, a summary is kept. */
    static final int KEPT_TIMES = 10;

    private final Function<String, Summary> counter;
    private final InstantSource clock;

    /** By tenant space, those that are being counted, and those that took long. */
    private final Map<String, CompletableFuture<Counted>> counts = new ConcurrentHashMap<>();

    private record Counted(Summary summary, Instant from, Instant until) {

        boolean isCurrent(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * Counts nothing yet.
     *
     * @param counter counts a tenant space; what it waits before it begins does not matter
     * @param clock the counter's
     */
    Summaries(Function<String, Summary> counter, InstantSource clock) {
        this.counter = counter;
        this.clock = clock;
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
        return !last.isDone() || last.join().isCurrent(clock.instant());
    }

    private void count(String tenantId, CompletableFuture<Counted> count) {
        try {
            Summary summary = counter.apply(tenantId);
            Instant ended = clock.instant();
            Duration took = Duration.between(summary.takenAt(), ended);
            if (took.compareTo(LONG) < 0) {
                counts.remove(tenantId, count);
            }
            Duration kept = took.multipliedBy(KEPT_TIMES);
            count.complete(new Counted(summary, ended, ended.plus(kept.compareTo(KEPT_MAX) < 0 ? kept : KEPT_MAX)));
        } catch (Throwable failure) { // whoever waits must learn of it
            counts.remove(tenantId, count);
            count.completeExceptionally(failure);
        }
    }
}
