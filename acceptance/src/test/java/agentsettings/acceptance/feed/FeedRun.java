package agentsettings.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nodes on one database, writers that change users and settings through all of them, and who receives the changes. */
final class FeedRun implements AutoCloseable {

    private static final int WRITERS = 24;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 5;

    private final List<FeedNode> nodes;
    private final List<FeedWriter> writers = new ArrayList<>();
    private final List<Future<?>> writing = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FeedFollower follower;

    /** Takes the nodes over, and starts. */
    FeedRun(List<FeedNode> nodes, long seed) {
        this.nodes = nodes;
        List<ManagementClient> clients =
                nodes.stream().map(FeedNode::management).toList();
        follower = new FeedFollower(clients);
        for (int i = 0; i < WRITERS; i++) {
            FeedNode node = nodes.get(i % nodes.size());
            writers.add(new FeedWriter(node.vendor(), node.management(), i + 1, new Random(seed * WRITERS + i)));
        }
        writers.forEach(writer -> writing.add(threads.submit(writer)));
    }

    int acknowledged() {
        return writers.stream().mapToInt(FeedWriter::acknowledged).sum();
    }

    /** Waits until so many more changes were acknowledged. */
    void awaitAcknowledged(int more) throws InterruptedException {
        int enough = acknowledged() + more;
        long deadline = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
        while (acknowledged() < enough) {
            assertThat(System.nanoTime()).as("changes are acknowledged").isLessThan(deadline);
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Stops the writers, requires that all is as it must be, and returns the figures. */
    String check() throws InterruptedException {
        writers.forEach(FeedWriter::stop);
        threads.close();
        assertThat(writing)
                .as("writers")
                .allSatisfy(writer -> assertThat(writer).succeedsWithin(Duration.ZERO));
        List<ChangeEvent> events = follower.awaitAll();
        Map<Subject, List<Write>> writes = new TreeMap<>();
        writers.forEach(writer -> writes.putAll(writer.writes()));
        Map<Subject, Object> records = records();
        assertThat(FeedCheck.complaints(events, writes, records)).isEmpty();
        requireThatFaultsWouldBeFound(events, writes, records);
        return String.format(
                Locale.ROOT,
                "acknowledged %d, in doubt %d, received %d by %d streams, missing 0, repeated 0",
                acknowledged(),
                writers.stream().mapToInt(FeedWriter::inDoubt).sum(),
                events.size(),
                follower.streams());
    }

    /** The same changes, were one of them missing or repeated or two in another order, are complained about. */
    private static void requireThatFaultsWouldBeFound(
            List<ChangeEvent> events, Map<Subject, List<Write>> writes, Map<Subject, Object> records) {
        int middle = events.size() / 2;
        List<ChangeEvent> missing = new ArrayList<>(events);
        missing.remove(middle);
        assertThat(FeedCheck.complaints(missing, writes, records)).isNotEmpty();
        List<ChangeEvent> repeated = new ArrayList<>(events);
        repeated.add(middle, events.get(middle));
        assertThat(FeedCheck.complaints(repeated, writes, records)).isNotEmpty();
        List<ChangeEvent> swapped = new ArrayList<>(events);
        swapTwoOfOneRecord(swapped);
        assertThat(FeedCheck.complaints(swapped, writes, records)).isNotEmpty();
    }

    private static void swapTwoOfOneRecord(List<ChangeEvent> events) {
        Map<Subject, Integer> last = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Integer earlier = last.put(Subject.of(events.get(i)), i);
            if (earlier != null) {
                Collections.swap(events, earlier, i);
                return;
            }
        }
        throw new AssertionError("no record was changed twice");
    }

    private Map<Subject, Object> records() {
        ManagementClient client = nodes.getFirst().management();
        Optional<String> any = Optional.empty();
        Map<Subject, Object> records = new HashMap<>();
        client.settings()
                .all(new SettingsFilter(
                        SettingsClient.DEMO_TENANT, any, Optional.empty(), any, any, any, Optional.empty(), false))
                .forEach(settings -> records.put(Subject.settings(settings.userId()), settings.values()));
        client.users()
                .all(new UserFilter(SettingsClient.DEMO_TENANT, any, Optional.empty(), Optional.empty()))
                .forEach(user -> records.put(Subject.user(user.profile().account()), user.profile()));
        return records;
    }

    @Override
    public void close() throws IOException {
        writers.forEach(FeedWriter::stop);
        follower.close();
        for (FeedNode node : nodes) {
            node.close();
        }
        threads.close();
    }
}
