package agentsettings.bench.load;

import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Creates at a steady rate, whether or not the server keeps up: each request has a time it is due, and its latency counts from then, so
 * that a stall is felt by all that were due in it.
 */
public final class PacedLoad {

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final Server server;
    private final Users users;
    private final double nanosBetween;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicLong bad = new AtomicLong();
    private final int[] micros;
    private long began;

    private PacedLoad(Server server, Users users, double rate, int seconds) {
        this.server = server;
        this.users = users;
        this.nanosBetween = NANOS_A_SECOND / rate;
        this.micros = new int[(int) (rate * seconds)];
    }

    /** So many creates a second, for users in their turn, over so many connections. */
    public static Figures create(Server server, Users users, double rate, int connections, int seconds)
            throws IOException {
        PacedLoad load = new PacedLoad(server, users, rate, seconds);
        double took = load.run(connections);
        users.taken(users.taken() + load.micros.length);
        Arrays.sort(load.micros);
        return Figures.answered(
                load.micros.length - load.bad.get(),
                load.bad.get(),
                took,
                load.share(0.5),
                load.share(0.99),
                load.share(0.999));
    }

    private double run(int connections) throws IOException {
        began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : IntStream.range(0, connections)
                    .<Future<?>>mapToObj(i -> threads.submit(this::converse))
                    .toList()) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
        return (System.nanoTime() - began) / (double) NANOS_A_SECOND;
    }

    /** Sends what is due next over one connection, until nothing is. */
    private Void converse() throws IOException {
        try (Conversation conversation = new Conversation(server.uri())) {
            for (int place = due.getAndIncrement(); place < micros.length; place = due.getAndIncrement()) {
                long dueAt = began + (long) (place * nanosBetween);
                for (long early = dueAt - System.nanoTime(); early > 0; early = dueAt - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                byte[] body = Samples.body(users.at(users.taken() + place));
                if (conversation.post("create", body) != 200) {
                    bad.incrementAndGet();
                }
                micros[place] = (int) ((System.nanoTime() - dueAt) / 1000);
            }
        }
        return null;
    }

    /** Milliseconds within which this share was answered. */
    private double share(double share) {
        return micros[(int) ((micros.length - 1) * share)] / 1e3;
    }
}
