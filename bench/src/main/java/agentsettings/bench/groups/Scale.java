package agentsettings.bench.groups;

import agentsettings.bench.results.Subject;

/**
 * How long and how large.
 *
 * @param rounds that count
 * @param seconds of each measurement
 * @param warmUp seconds of each measurement of the round before
 * @param large settings of the largest database
 * @param createsASecond for so many users are seeded
 */
public record Scale(int rounds, int seconds, int warmUp, long large, int createsASecond) {

    static final int CONNECTIONS = Subject.CONNECTIONS;
    static final long USUAL = 100_000;
    static final long SMALL = 10_000;

    /** The users that creates take in all their rounds, when they are at most this share as fast as creates can be. */
    long users(double share) {
        return (long) (createsASecond * share * (warmUp + (double) rounds * seconds));
    }

    long middle() {
        return large / 5;
    }
}
