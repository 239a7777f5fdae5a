package agentsettings.acceptance.nodes;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that all ask about the same few users, each through all nodes.
 *
 * @param nodes at least two; one server may stand for several
 * @param operations how many to do, all clients together
 */
record MixedLoad(List<URI> nodes, int clients, int users, int operations, long seed) {

    /** What to do to the nodes under the load. */
    interface Fault {
        void happen() throws Exception;
    }

    /**
     * Adds users, does everything, asks each node that can be reached for each user's settings at the end, and returns what came
     * of it.
     *
     * @param fault happens when half is done
     */
    Recording run(Fault fault) throws IOException, InterruptedException, ExecutionException {
        Recorder recorder = new Recorder(NodeUser.add(users, nodes.getFirst()), operations);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Random random = new Random(seed * clients + i);
                running.add(threads.submit(() -> beClient(recorder, random)));
            }
            running.add(threads.submit(() -> {
                recorder.awaitHalf();
                fault.happen();
                return null;
            }));
            for (Future<?> one : running) {
                one.get();
            }
        }
        queryAll(recorder);
        return recorder.recording();
    }

    private Void beClient(Recorder recorder, Random random) throws InterruptedException {
        try (NodeConnections connections = new NodeConnections(nodes)) {
            new MixedClient(connections, recorder, random).run();
            return null;
        }
    }

    private void queryAll(Recorder recorder) {
        try (NodeConnections connections = new NodeConnections(nodes)) {
            MixedClient client = new MixedClient(connections, recorder, new Random(seed));
            for (RecordedUser user : recorder.users()) {
                for (int node = 0; node < nodes.size(); node++) {
                    client.query(user, node);
                }
            }
        }
    }
}
