package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Connections that all write at full speed, each for users of its own. */
final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final Duration WARM_WITHIN = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 5;

    private final List<LoadConnection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Load() {}

    /** Connects, shares the users out, and starts. */
    static Load start(URI server, List<UserHistory> users, long seed) throws IOException {
        Load load = new Load();
        for (int i = 0; i < CONNECTIONS; i++) {
            List<UserHistory> own = new ArrayList<>();
            for (int user = i; user < users.size(); user += CONNECTIONS) {
                own.add(users.get(user));
            }
            SettingsClient client = SettingsClient.connect(server, SettingsClient.DEMO_APP);
            load.connections.add(new LoadConnection(client, own, new Random(seed * CONNECTIONS + i)));
        }
        load.connections.forEach(load.threads::execute);
        return load;
    }

    /** How many writes were answered with success so far. */
    int acknowledged() {
        return connections.stream().mapToInt(LoadConnection::acknowledged).sum();
    }

    /** Waits until so many writes were answered with success. */
    void awaitAcknowledged(int count) throws InterruptedException {
        long deadline = System.nanoTime() + WARM_WITHIN.toNanos();
        while (acknowledged() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(acknowledged() + " writes acknowledged within " + WARM_WITHIN);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Waits until the server has closed every connection, and returns the responses that were not expected. */
    List<String> awaitEnd() {
        threads.close();
        return connections.stream()
                .flatMap(connection -> connection.unexpected().stream())
                .toList();
    }

    /** Lets every connection read its last answer, and returns the responses that were not expected. */
    List<String> stop() {
        connections.forEach(LoadConnection::stop);
        return awaitEnd();
    }

    @Override
    public void close() {
        stop();
    }
}
