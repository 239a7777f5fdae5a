import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Store;
import agentsettings.storage.LaneLimits;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Creates settings through the store alone, without HTTP: so many callers, each asking again as soon as it is answered. Arguments:
 * JDBC URL, user, lanes, callers, seconds, users, stride, tenants. Prints creates, seconds, p50 and p99 in milliseconds, its own CPU µs and the
 * machine's a create.
 */
final class StoreLoad {

    private static final OutboundSettings SETTINGS = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            numbers("12323", "232232", "12323", "12323"),
            numbers("12323", "232343", "233", "232343"),
            new PhoneNumber("1212121212"),
            new PhoneNumber("23232323"));

    private final Store store;
    private final long users;
    private final long stride;
    private final int tenants;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong created = new AtomicLong();
    private final int[] micros = new int[20_000_000];
    private volatile boolean measuring;
    private volatile boolean ended;

    private StoreLoad(Store store, long users, long stride, int tenants) {
        this.store = store;
        this.users = users;
        this.stride = stride;
        this.tenants = tenants;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int lanes = Integer.parseInt(arguments[2]);
        int callers = Integer.parseInt(arguments[3]);
        long seconds = Long.parseLong(arguments[4]);
        PostgresServer server = new PostgresServer(arguments[0], arguments[1], "");
        try (PostgresDatabase database = new PostgresDatabase(server, lanes);
                Store store = database.openStore(InstantSource.system(), new LaneLimits(16384, 256))) {
            new StoreLoad(
                            store,
                            Long.parseLong(arguments[5]),
                            Long.parseLong(arguments[6]),
                            Integer.parseInt(arguments[7]))
                    .run(callers, seconds);
        }
    }

    /** As much time again goes before, to warm up, and doesn't count. */
    private void run(int callers, long seconds) throws InterruptedException {
        for (int i = 0; i < callers; i++) {
            create();
        }
        Thread.sleep(seconds * 1000);
        long before = created.get();
        long cpu = cpuNanos();
        long machine = machineMicros();
        long began = System.nanoTime();
        measuring = true;
        Thread.sleep(seconds * 1000);
        measuring = false;
        double took = (System.nanoTime() - began) / 1e9;
        cpu = cpuNanos() - cpu;
        machine = machineMicros() - machine;
        long count = created.get() - before;
        ended = true;
        int[] sorted = Arrays.stream(micros).filter(time -> time > 0).sorted().toArray();
        System.out.printf(
                "%d %.3f %.1f %.1f %.1f %.1f%n",
                count,
                took,
                sorted[sorted.length / 2] / 1000.0,
                sorted[sorted.length * 99 / 100] / 1000.0,
                cpu / 1000.0 / count,
                (double) machine / count);
    }

    private void create() {
        int number = next.getAndIncrement();
        long user = number * stride % users;
        String tenant = Long.toString(202205116084L + user % tenants);
        long asked = System.nanoTime();
        store.write(new CreateSettings(
                        new Caller(tenant, "demo-app"), "10gg%016d".formatted(user), SETTINGS, null))
                .whenComplete((outcome, failure) -> {
                    if (!(outcome instanceof CreateSettings.Created)) {
                        System.err.println("not created: " + outcome + " " + failure);
                        System.exit(1);
                    }
                    created.incrementAndGet();
                    if (measuring) {
                        micros[number] = (int) ((System.nanoTime() - asked) / 1000);
                    }
                    if (!ended) {
                        create();
                    }
                });
    }

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    /** Processor time of all processes, in clock ticks of 10 ms. */
    private static long machineMicros() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] times = lines.findFirst().orElseThrow().split(" +");
            return 10_000
                    * Stream.of(times[1], times[2], times[3], times[6], times[7])
                            .mapToLong(Long::parseLong)
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
