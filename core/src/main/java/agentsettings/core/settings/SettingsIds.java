package agentsettings.core.settings;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of settings and users in the vendor's layout: 41 bits of milliseconds since 2010-11-04T01:42:54.657Z, 10 of
 * node, 12 of sequence. Ids go up strictly, whatever the clock does; past 4096 in a millisecond they borrow from the next.
 * Safe for use by many threads.
 */
public final class SettingsIds {

    /** Milliseconds of the Unix epoch at which the ids' time begins. */
    public static final long EPOCH_MILLIS = 1_288_834_974_657L;

    public static final int NODE_MAX = (1 << 10) - 1;

    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 12;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final InstantSource clock;
    private final long node;
    private final AtomicLong lastTick;

    /**
     * @param node this process' own number among those that write to one database, 0 to {@link #NODE_MAX}
     * @param lastId every id is made for a later time than this one; 0 before the first
     */
    public SettingsIds(InstantSource clock, int node, long lastId) {
        if (node < 0 || node > NODE_MAX) {
            throw new IllegalArgumentException("node must be 0 to " + NODE_MAX + ", not " + node);
        }
        this.clock = clock;
        this.node = node;
        this.lastTick = new AtomicLong(lastId == 0 ? -1 : tickOf(millisOf(lastId)) | SEQUENCE_MASK);
    }

    /** A new id. A tick is a millisecond and a sequence number within it, so the next one is always the last plus one at least. */
    public long next() {
        long now = tickOf(clock.millis());
        long tick = lastTick.updateAndGet(last -> Math.max(last + 1, now));
        return ((tick >> SEQUENCE_BITS) << (NODE_BITS + SEQUENCE_BITS))
                | (node << SEQUENCE_BITS)
                | (tick & SEQUENCE_MASK);
    }

    /** When the id was made, in milliseconds of the Unix epoch. */
    public static long millisOf(long id) {
        return (id >> (NODE_BITS + SEQUENCE_BITS)) + EPOCH_MILLIS;
    }

    private static long tickOf(long millis) {
        return (millis - EPOCH_MILLIS) << SEQUENCE_BITS;
    }
}
