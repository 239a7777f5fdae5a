package agentsettings.core.settings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates the ids of settings and users. They are Snowflake ids, in the vendor's layout: 41 bits of milliseconds since
 * 2010-11-04T01:42:54.657Z, 10 bits of node number, 12 bits of sequence number. Ids increase strictly, even if the
 * clock goes back or leaves the time scale; when the 4096 ids of a millisecond are used up, the next millisecond's are used. Every
 * id is positive. Thread-safe.
 */
public final class SettingsIds {

    /** The start of the ids' time scale, in milliseconds since the Unix epoch. */
    public static final long EPOCH_MILLIS = 1_288_834_974_657L;

    /** The last millisecond that fits into 41 bits, in 2080. */
    public static final long END_MILLIS = EPOCH_MILLIS + (1L << 41) - 1;

    public static final int NODE_MAX = (1 << 10) - 1;

    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 12;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;
    private static final long LAST_TICK = tickOf(END_MILLIS) | SEQUENCE_MASK;

    private final InstantSource clock;
    private final long node;
    private final AtomicLong lastTick;

    /**
     * Creates a generator.
     *
     * @param node 0 to {@link #NODE_MAX}, unique among the generators of one database
     * @param lastId the last id in the database; every new id has a later time. 0 if there is none
     */
    public SettingsIds(InstantSource clock, int node, long lastId) {
        if (node < 0 || node > NODE_MAX) {
            throw new IllegalArgumentException("node must be 0 to " + NODE_MAX + "; got " + node);
        }
        this.clock = clock;
        this.node = node;
        this.lastTick = new AtomicLong(lastId == 0 ? 0 : tickOf(millisOf(lastId)) | SEQUENCE_MASK);
    }

    /**
     * Checks a clock before it is used.
     *
     * @throws IllegalStateException if its time is outside the ids' time scale
     */
    public static void requireUsable(InstantSource clock) {
        Instant now = clock.instant();
        if (!isOnScale(now.toEpochMilli())) {
            throw new IllegalStateException("The system clock says " + now + "; it must be between "
                    + Instant.ofEpochMilli(EPOCH_MILLIS) + " and " + Instant.ofEpochMilli(END_MILLIS)
                    + ". Set the clock.");
        }
    }

    /**
     * Returns a new id. A tick is a millisecond and a sequence number; the new tick is at least the last one plus one.
     *
     * @throws IllegalStateException if there are no more ids, because one of the last millisecond was generated
     */
    public long next() {
        long millis = clock.millis();
        long now = isOnScale(millis) ? tickOf(millis) : 0;
        long tick = lastTick.updateAndGet(last -> Math.max(last + 1, now));
        if (tick > LAST_TICK) {
            throw new IllegalStateException("all ids are used up; the last ones were generated with a clock in 2080");
        }
        return ((tick >> SEQUENCE_BITS) << (NODE_BITS + SEQUENCE_BITS))
                | (node << SEQUENCE_BITS)
                | (tick & SEQUENCE_MASK);
    }

    /** Returns the time at which the id was generated, in milliseconds since the Unix epoch. */
    public static long millisOf(long id) {
        return (id >> (NODE_BITS + SEQUENCE_BITS)) + EPOCH_MILLIS;
    }

    private static boolean isOnScale(long millis) {
        return millis >= EPOCH_MILLIS && millis <= END_MILLIS;
    }

    private static long tickOf(long millis) {
        return (millis - EPOCH_MILLIS) << SEQUENCE_BITS;
    }
}
