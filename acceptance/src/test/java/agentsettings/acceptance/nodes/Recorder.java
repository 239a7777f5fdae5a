package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.Request.Query;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Where all clients of a load write down what they are told. For any thread. */
final class Recorder {

    private static final long HALF_SECONDS_MAX = 600;

    private final List<RecordedUser> users;
    private final AtomicInteger operationsLeft;
    private final CountDownLatch half;
    private final AtomicInteger undone = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    Recorder(List<NodeUser> users, int operations) {
        this.users = users.stream().map(RecordedUser::new).toList();
        this.operationsLeft = new AtomicInteger(operations);
        this.half = new CountDownLatch(operations / 2);
    }

    /** Whether there is one more to do. */
    boolean another() {
        half.countDown();
        return operationsLeft.getAndDecrement() > 0;
    }

    /** Waits until half of all is done. */
    void awaitHalf() throws InterruptedException {
        if (!half.await(HALF_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("half of the load is not done after " + HALF_SECONDS_MAX + " s");
        }
    }

    List<RecordedUser> users() {
        return users;
    }

    /** Any user, but some more often, so that many clients ask about them at once. */
    RecordedUser any(RandomGenerator random) {
        return users.get(random.nextInt(random.nextInt(users.size()) + 1));
    }

    void told(Sent sent, long responded, Told told) {
        switch (told) {
            case Told.Outcome outcome ->
                sent.user().answered(sent.node(), sent.request(), sent.invoked(), responded, outcome.response());
            case Told.Undone _ -> undone.incrementAndGet();
            case Told.Unknown _ -> unknown(sent);
            case Told.Nonsense nonsense -> unexpected(sent.request() + " was answered " + nonsense.text());
        }
    }

    /** No answer came; for a query that is the same as never having asked. */
    void unknown(Sent sent) {
        unknown.incrementAndGet();
        if (!(sent.request() instanceof Query)) {
            sent.user().unknown(sent.node(), sent.request(), sent.invoked());
        }
    }

    void unexpected(String what) {
        unexpected.add(what);
    }

    Recording recording() {
        return new Recording(
                users.stream().map(RecordedUser::history).toList(),
                unknown.get(),
                undone.get(),
                List.copyOf(unexpected));
    }
}
