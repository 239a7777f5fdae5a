package agentsettings.bench.openloop;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What came of the requests of a load: the status of each, its latency from when it was due, and from when it was sent, which is later if
 * no connection was free. Used by one thread.
 */
public final class LoadOutcome {

    private final Pace pace;
    private final long firstUser;
    private final int[] micros;
    private final int[] microsSinceSent;
    private final short[] statuses;
    private long began;
    private long took;
    private int sent;
    private int withoutRetryAfter;

    LoadOutcome(Pace pace, long firstUser) {
        this.pace = pace;
        this.firstUser = firstUser;
        this.micros = new int[pace.count()];
        this.microsSinceSent = new int[pace.count()];
        this.statuses = new short[pace.count()];
    }

    void begin() {
        began = System.nanoTime();
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    int due() {
        return pace.due(nanos());
    }

    /** Whether the request of this index is due now or will be. */
    boolean willBeDue(int index) {
        return pace.isUnlimited() ? nanos() < pace.nanos() : index < pace.count();
    }

    long nanosUntilDue(int index) {
        return willBeDue(index)
                ? pace.dueNanos(index) - nanos()
                : Duration.ofMillis(10).toNanos();
    }

    /** Notes the response to a request that was sent so many nanoseconds after the begin. */
    void responded(int index, long sentNanos, ResponseHead head) {
        long now = nanos();
        micros[index] = (int) ((now - pace.dueNanos(index)) / 1000);
        microsSinceSent[index] = (int) ((now - sentNanos) / 1000);
        statuses[index] = (short) head.status();
        withoutRetryAfter += head.status() == 503 && !head.hasRetryAfter() ? 1 : 0;
    }

    void end(int count) {
        sent = count;
        took = nanos();
    }

    /** The number of responses with 503 that didn't say when to try again. */
    public int withoutRetryAfter() {
        return withoutRetryAfter;
    }

    /** The number of responses by status; 0 stands for no response. */
    public Map<Integer, Integer> counts() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < sent; i++) {
            counts.merge((int) statuses[i], 1, Integer::sum);
        }
        return counts;
    }

    public int count(int status) {
        return counts().getOrDefault(status, 0);
    }

    /** Successes a second. */
    public double perSecond() {
        return count(200) * 1e9 / took;
    }

    /** A percentile of the latency of responses with this status, in milliseconds. */
    public double millis(int status, double percentile) {
        return percentile(micros, status, percentile);
    }

    /** The same from when they were sent. */
    public double millisSinceSent(int status, double percentile) {
        return percentile(microsSinceSent, status, percentile);
    }

    private double percentile(int[] latencies, int status, double percentile) {
        int[] sorted = IntStream.range(0, sent)
                .filter(i -> statuses[i] == status)
                .map(i -> latencies[i])
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * percentile)] / 1e3;
    }

    /** The users whose request had this status. */
    public BitSet users(int status) {
        BitSet users = new BitSet();
        for (int i = 0; i < sent; i++) {
            if (statuses[i] == status) {
                users.set((int) firstUser + i);
            }
        }
        return users;
    }

    /** The user after the last. */
    public long nextUser() {
        return firstUser + sent;
    }

    /** Requests a second that were due; infinite if it was as fast as the connections allowed. */
    public double offered() {
        return pace.perSecond();
    }

    /** Whether every request had this status. */
    public boolean isAll(int status) {
        return count(status) == sent;
    }
}
