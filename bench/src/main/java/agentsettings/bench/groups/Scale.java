package agentsettings.bench.groups;

import agentsettings.bench.results.Subject;

/**
 * The durations and sizes of a run.
 *
 * @param rounds number of rounds, without the warm-up
 * @param seconds length of a measurement
 * @param warmUp length of a measurement in the warm-up round, in seconds
 * @param large number of settings in the largest database
 * @param createsASecond rate of creates that the seeded users suffice for
 */
public record Scale(int rounds, int seconds, int warmUp, long large, int createsASecond) {

    static final int CONNECTIONS = Subject.CONNECTIONS;
    static final long USUAL = 100_000;
    static final long SMALL = 10_000;

    /** The number of users that creates need in all rounds, at this share of the greatest rate. */
    long users(double share) {
        return (long) (createsASecond * share * (warmUp + (double) rounds * seconds));
    }

    long middle() {
        return large / 5;
    }
}
