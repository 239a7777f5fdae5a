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
 * Creates at a constant rate, whether or not the server keeps up. Each request has a due time, from which its latency is counted, so a
 * stall delays every request that is due during it.
 */
public final class PacedLoad {

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final Server server;
    private final UserRange users;
    private final double nanosBetween;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicLong bad = new AtomicLong();
    private final int[] micros;
    private long began;

    private PacedLoad(Server server, UserRange users, double rate, int seconds) {
        this.server = server;
        this.users = users;
        this.nanosBetween = NANOS_A_SECOND / rate;
        this.micros = new int[(int) (rate * seconds)];
    }

    /** Creates at this rate per second, for users in turn. */
    public static Figures create(Server server, UserRange users, double rate, int connections, int seconds)
            throws IOException {
        PacedLoad load = new PacedLoad(server, users, rate, seconds);
        double elapsed = load.run(connections);
        users.taken(users.taken() + load.micros.length);
        Arrays.sort(load.micros);
        return Figures.ofRequests(
                load.micros.length - load.bad.get(),
                load.bad.get(),
                elapsed,
                load.percentile(0.5),
                load.percentile(0.99),
                load.percentile(0.999));
    }

    private double run(int connections) throws IOException {
        began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : IntStream.range(0, connections)
                    .<Future<?>>mapToObj(i -> threads.submit(this::send))
                    .toList()) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
        return (System.nanoTime() - began) / (double) NANOS_A_SECOND;
    }

    /** Sends the next due requests over one connection until none is left. */
    private Void send() throws IOException {
        try (KeepAliveConnection connection = new KeepAliveConnection(server.uri())) {
            for (int index = due.getAndIncrement(); index < micros.length; index = due.getAndIncrement()) {
                long dueAt = began + (long) (index * nanosBetween);
                for (long early = dueAt - System.nanoTime(); early > 0; early = dueAt - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                byte[] body = Samples.body(users.at(users.taken() + index));
                if (connection.post("create", body) != 200) {
                    bad.incrementAndGet();
                }
                micros[index] = (int) ((System.nanoTime() - dueAt) / 1000);
            }
        }
        return null;
    }

    /** A percentile of the latency in milliseconds. */
    private double percentile(double percentile) {
        return micros[(int) ((micros.length - 1) * percentile)] / 1e3;
    }
}
