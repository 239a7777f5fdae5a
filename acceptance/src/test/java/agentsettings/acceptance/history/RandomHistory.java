package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.State.Step;
import agentsettings.acceptance.settings.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A history of operations that were really carried out one after the other, each somewhere between its beginning and its response,
 * though these overlap. Some answers got lost, and some of the operations without one were never carried out.
 */
final class RandomHistory {

    private static final long NANOS_APART = 100;
    private static final long NOBODYS_ID = 7;

    private final RandomGenerator random;
    private final int atOnce;
    private final double unknownShare;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Create> creates = new ArrayList<>();
    private State state = State.NOTHING;
    private long lastId = 1000;

    private RandomHistory(RandomGenerator random, int atOnce, double unknownShare) {
        this.random = random;
        this.atOnce = atOnce;
        this.unknownShare = unknownShare;
    }

    /**
     * Makes a history.
     *
     * @param atOnce how many operations overlap, about
     */
    static History of(int length, int atOnce, double unknownShare, RandomGenerator random) {
        RandomHistory made = new RandomHistory(random, atOnce, unknownShare);
        for (int number = 1; number <= length; number++) {
            made.operations.add(made.operation(number));
        }
        return new History("random", made.operations);
    }

    private Operation operation(int number) {
        Request request = request();
        long carriedOut = number * NANOS_APART;
        long invoked = carriedOut - random.nextLong(atOnce * NANOS_APART);
        boolean unknown = random.nextDouble() < unknownShare;
        if (unknown && random.nextBoolean()) {
            return new Operation(number, 0, request, invoked, Operation.NEVER, null);
        }
        Step step = state.carryOut(request, ++lastId).orElseThrow();
        state = step.next();
        return unknown
                ? new Operation(number, 0, request, invoked, Operation.NEVER, null)
                : new Operation(number, 0, request, invoked, respondedAfter(carriedOut), step.response());
    }

    private long respondedAfter(long carriedOut) {
        return carriedOut + random.nextLong(atOnce * NANOS_APART);
    }

    private Request request() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> create();
            case 3, 4, 5 -> new Update(idToUpdate(), Content.random(random));
            case 6 -> new Delete();
            default -> new Query();
        };
    }

    private Create create() {
        if (!creates.isEmpty() && random.nextInt(3) == 0) {
            return creates.get(random.nextInt(creates.size()));
        }
        String key = random.nextBoolean() ? null : Long.toHexString(random.nextLong());
        Create create = new Create(Content.random(random), key);
        creates.add(create);
        return create;
    }

    private long idToUpdate() {
        return state.settings() == null || random.nextInt(5) == 0
                ? NOBODYS_ID
                : state.settings().id();
    }
}
