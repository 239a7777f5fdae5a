package agentsettings.bench.stress;

import agentsettings.bench.openloop.LoadOutcome;
import agentsettings.bench.openloop.OpenLoop;
import agentsettings.bench.openloop.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;

/** Clients that create settings as the service wants it, each request for another user. Used by one thread. */
final class GoodClients {

    static final int CONNECTIONS = 64;

    private static final Duration CAPACITY = Duration.ofSeconds(5);
    private static final int MEASUREMENTS_MIN = 4;
    private static final int MEASUREMENTS_MAX = 12;
    private static final double INCREASE = 1.05;

    private final TestedService tested;
    private final double capacity;
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    private long user;

    /** Warms the service up, and measures how many creates a second it can take. */
    GoodClients(TestedService tested) throws IOException {
        this.tested = tested;
        this.capacity = measureCapacity();
    }

    /** Measures until the service gets no faster, which takes a while on one processor. */
    private double measureCapacity() throws IOException {
        double best = 0;
        for (int i = 0; i < MEASUREMENTS_MAX; i++) {
            LoadOutcome full = load(CONNECTIONS, Pace.unlimited(CAPACITY));
            LoadTable.print("as many as possible", full);
            if (i >= MEASUREMENTS_MIN && full.perSecond() < best * INCREASE) {
                return Math.max(best, full.perSecond());
            }
            best = Math.max(best, full.perSecond());
        }
        return best;
    }

    /** Sends creates at a multiple of the capacity, and prints a line. */
    LoadOutcome send(String name, double ofCapacity, int connections, Duration duration) throws IOException {
        LoadOutcome outcome = load(connections, new Pace(capacity * ofCapacity, duration));
        LoadTable.print(name, outcome);
        return outcome;
    }

    private LoadOutcome load(int connections, Pace pace) throws IOException {
        try (OpenLoop load = new OpenLoop(tested.server().uri(), connections)) {
            LoadOutcome outcome = load.run(pace, user);
            user = outcome.nextUser();
            accepted.or(outcome.users(200));
            refused.or(outcome.users(503));
            return outcome;
        }
    }

    /** Adds to a verdict, once the server is stopped, whether what was accepted is stored, and what was refused isn't. */
    void judge(Verdict verdict, BitSet stored) {
        BitSet lost = (BitSet) accepted.clone();
        lost.andNot(stored);
        BitSet unexpected = (BitSet) refused.clone();
        unexpected.and(stored);
        verdict.require(
                lost.isEmpty(), "accepted: %d, of which not stored: %d", accepted.cardinality(), lost.cardinality());
        verdict.require(
                unexpected.isEmpty(),
                "refused: %d, of which stored: %d",
                refused.cardinality(),
                unexpected.cardinality());
    }
}
