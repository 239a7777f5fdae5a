package agentsettings.bench.load;

import java.math.BigInteger;

/**
 * A range of users by their numbers, of whom some have been taken. Used by one thread.
 */
public final class UserRange {

    private static final double GOLDEN = 0.618;

    private final long first;
    private final long count;
    private final long stride;
    private long taken;

    private UserRange(long first, long count, long stride) {
        this.first = first;
        this.count = count;
        this.stride = stride;
    }

    /** Users that are taken in the order they were added, which is the order of their keys. */
    public static UserRange inOrder(long first, long count) {
        return new UserRange(first, count, 1);
    }

    /** Users that are taken in large strides, each far from the one before. */
    public static UserRange scattered(long first, long count) {
        long stride = (long) (count * GOLDEN) + 1;
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(count)).equals(BigInteger.ONE)) {
            stride++;
        }
        return new UserRange(first, count, stride);
    }

    public long first() {
        return first;
    }

    public long count() {
        return count;
    }

    /** The distance from one taken user to the next. */
    public long stride() {
        return stride;
    }

    public long taken() {
        return taken;
    }

    /** Sets the total number of users taken. */
    public void taken(long total) {
        if (total > count) {
            throw new IllegalStateException(
                    "only " + count + " users were seeded, too few for a machine as fast as this");
        }
        taken = total;
    }

    /** The user at this index of the order in which they are taken. */
    public long at(long index) {
        return first + Math.floorMod(index * stride, count);
    }
}
