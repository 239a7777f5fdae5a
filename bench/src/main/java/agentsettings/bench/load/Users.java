package agentsettings.bench.load;

import java.math.BigInteger;

/**
 * Users by their numbers, from {@code first} on, some of whom have been taken, each once. Used by one thread.
 */
public final class Users {

    private static final double GOLDEN = 0.618;

    private final long first;
    private final long count;
    private final long stride;
    private long taken;

    private Users(long first, long count, long stride) {
        this.first = first;
        this.count = count;
        this.stride = stride;
    }

    /** Taken in the order they were added, which is the order of their keys. */
    public static Users inOrder(long first, long count) {
        return new Users(first, count, 1);
    }

    /** Taken in great strides, each far from the one before. */
    public static Users scattered(long first, long count) {
        long stride = (long) (count * GOLDEN) + 1;
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(count)).equals(BigInteger.ONE)) {
            stride++;
        }
        return new Users(first, count, stride);
    }

    public long first() {
        return first;
    }

    public long count() {
        return count;
    }

    /** How far it is from one taken to the next. */
    public long stride() {
        return stride;
    }

    public long taken() {
        return taken;
    }

    /** Notes that so many have been taken in all. */
    public void taken(long inAll) {
        if (inAll > count) {
            throw new IllegalStateException(
                    "only " + count + " users were seeded, too few for a machine as fast as this");
        }
        taken = inAll;
    }

    /** The user whose turn it is at this place. */
    public long at(long place) {
        return first + Math.floorMod(place * stride, count);
    }
}
