package agentsettings.bench.soak.clients;

import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Good clients that share a rate. Each user belongs to one of them. Used by one thread. */
public final class GoodLoad {

    private static final int CLIENTS = 16;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private final Server server;
    private final List<List<OwnedUser>> users = new ArrayList<>();
    private final ResponseCounts counts;
    private final AtomicLong numbers = new AtomicLong(100_000_000);
    private final AtomicLong due = new AtomicLong();

    /** Prepares clients for these users. */
    public GoodLoad(Server server, long firstUser, long userCount, ResponseCounts counts) {
        this.server = server;
        this.counts = counts;
        for (int client = 0; client < CLIENTS; client++) {
            long share = userCount / CLIENTS;
            long first = firstUser + client * share;
            users.add(LongStream.range(first, first + share)
                    .mapToObj(OwnedUser::new)
                    .toList());
        }
    }

    /** Sends requests for a time, as many as the service takes. Returns how many a second that were. */
    public double measure(Duration duration) throws IOException {
        return run(UNLIMITED, duration);
    }

    /** Sends requests at a rate for a time; those that are late are sent as soon as possible. Returns the rate reached. */
    public double run(double perSecond, Duration duration) throws IOException {
        due.set(0);
        long began = System.nanoTime();
        List<Future<Void>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<OwnedUser> own : users) {
                ends.add(threads.submit(() -> send(own, perSecond, began, duration)));
            }
        }
        for (Future<Void> end : ends) {
            if (end.state() == Future.State.FAILED) {
                counts.fault("good client", end.exceptionNow().toString());
            }
        }
        return due.get() * 1e9 / (System.nanoTime() - began);
    }

    private Void send(List<OwnedUser> own, double perSecond, long began, Duration duration) throws IOException {
        try (SoakClient client = new SoakClient(server, own, counts, numbers)) {
            while (System.nanoTime() - began < duration.toNanos()) {
                long index = due.getAndIncrement();
                long dueAt = perSecond == UNLIMITED ? began : began + (long) (index * 1e9 / perSecond);
                for (long early = dueAt - System.nanoTime(); early > 0; early = dueAt - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                client.sendOne();
            }
        }
        return null;
    }

    /** Adds what can be stored, by user, while nothing is sent. */
    public void addPossible(Map<Long, Set<String>> possible) {
        users.forEach(own -> own.forEach(user -> possible.put(user.number(), user.possible())));
    }
}
