package agentsettings.bench.soak;

import agentsettings.bench.imports.ImportLoad;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.Workspace;
import agentsettings.bench.soak.clients.BadClients;
import agentsettings.bench.soak.clients.DyingClients;
import agentsettings.bench.soak.clients.FeedReader;
import agentsettings.bench.soak.clients.GoodLoad;
import agentsettings.bench.soak.clients.ResponseCounts;
import agentsettings.bench.stress.TestedService;
import agentsettings.bench.stress.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A mixed load at a share of the capacity, with clients that die and bad ones beside, and what it has shown. Used by one thread. */
public final class Soak {

    /** The users: those of imports come first, then those of good clients, then those of clients that die. */
    private static final long IMPORTED = 5_000;

    private static final long OWNED = 4_800;
    private static final long DYING = 100_000;

    private static final Duration MEASUREMENT = Duration.ofSeconds(20);
    private static final int MEASUREMENTS_MIN = 4;
    private static final double INCREASE = 1.05;
    private static final double SHARE = 0.7;
    private static final int SAMPLES = 60;
    private static final int SAMPLES_BETWEEN_IMPORTS = 5;
    private static final Duration FEED_POLL = Duration.ofMillis(200);

    private final TestedService service;
    private final ResponseCounts counts = new ResponseCounts();
    private final GoodLoad good;
    private final List<ProcessSample> samples = new ArrayList<>();
    private final Map<Long, Set<String>> possible = new HashMap<>();
    private long changes;

    /** Prepares the load of a service that has {@link #seeds}. */
    public Soak(TestedService service) {
        this.service = service;
        this.good = new GoodLoad(service.server(), IMPORTED, OWNED, counts);
    }

    /** What the database holds before. */
    public static Seeds seeds() {
        return new Seeds(IMPORTED + OWNED + DYING, 0);
    }

    /** Runs the load, stops the service, and judges. */
    public Verdict run(Duration duration, Workspace workspace) throws IOException, SQLException {
        try (FeedReader feed = new FeedReader(service.server(), counts);
                ImportLoad imports = new ImportLoad(service.server())) {
            double capacity = measureCapacity();
            System.out.printf("capacity: %.0f requests a second of the mix%n%s%n", capacity, SampleTable.HEADER);
            DyingClients dying = new DyingClients(service.server(), IMPORTED + OWNED, DYING, counts);
            BadClients bad = new BadClients(service.server(), counts).start();
            try (dying;
                    bad) {
                load(capacity * SHARE, duration.dividedBy(SAMPLES), imports, workspace);
            }
            awaitEnd(feed);
            good.addPossible(possible);
            dying.addPossible(possible);
        }
        service.close();
        SampleTable.print(counts);
        return new SoakVerdict(service, samples, counts, possible, changes).judge(workspace);
    }

    /** Measures until the service gets no faster, which takes a while on one processor. */
    private double measureCapacity() throws IOException {
        double best = 0;
        double last = good.measure(MEASUREMENT);
        for (int i = 1; i < MEASUREMENTS_MIN || last > best * INCREASE; i++) {
            best = Math.max(best, last);
            last = good.measure(MEASUREMENT);
        }
        return Math.max(best, last);
    }

    private void load(double rate, Duration interval, ImportLoad imports, Workspace workspace) throws IOException {
        long began = System.nanoTime();
        Map<String, Long> before = counts.counts();
        for (int i = 0; i < SAMPLES; i++) {
            if (i % SAMPLES_BETWEEN_IMPORTS == 0) {
                Path file = workspace.folder().resolve("import.csv");
                ImportLoad.write(file, IMPORTED, i % 2 == 0 ? "direct" : "passThrough");
                imports.begin(file);
            }
            double reached = good.run(rate, interval);
            ProcessSample sample = ProcessSample.take((System.nanoTime() - began) / 60e9, service);
            samples.add(sample);
            Map<String, Long> now = counts.counts();
            SampleTable.print(sample, reached, before, now);
            before = now;
        }
    }

    /** Waits until the feed has told every change, which it shows by telling nothing twice. */
    private void awaitEnd(FeedReader feed) {
        long changesBefore = -1;
        long pausesBefore = feed.pauses();
        while (feed.changes() != changesBefore || feed.pauses() < pausesBefore + 2) {
            if (feed.changes() != changesBefore) {
                pausesBefore = feed.pauses();
            }
            changesBefore = feed.changes();
            LockSupport.parkNanos(FEED_POLL.toNanos());
        }
        changes = feed.changes();
    }
}
