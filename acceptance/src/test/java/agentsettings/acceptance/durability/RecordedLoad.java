package agentsettings.acceptance.durability;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that write in bursts, each to users of its own, and remember each request with its response. */
final class RecordedLoad implements AutoCloseable {

    private static final int CONNECTIONS = 6;

    /** A write and what was answered. */
    record RecordedWrite(int user, Command command, long id) {}

    private final List<Recorder> recorders = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    /** Connects, and shares these users out. */
    RecordedLoad(URI server, List<String> userIds, long seed) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Integer> own = new ArrayList<>();
            for (int user = i; user < userIds.size(); user += CONNECTIONS) {
                own.add(user);
            }
            recorders.add(new Recorder(
                    SettingsClient.connect(server, SettingsClient.DEMO_APP), userIds, own, new Random(seed + i)));
        }
    }

    /** Lets every connection send so many writes. */
    void burst(int writes) throws Exception {
        List<Future<Void>> running = new ArrayList<>();
        for (Recorder recorder : recorders) {
            running.add(threads.submit(() -> recorder.write(writes)));
        }
        for (Future<Void> burst : running) {
            burst.get();
        }
    }

    /** The writes of each connection in their order, by the port of the client. */
    Map<Integer, List<RecordedWrite>> byPort() {
        Map<Integer, List<RecordedWrite>> all = new HashMap<>();
        recorders.forEach(recorder -> all.put(recorder.client.localPort(), recorder.recorded));
        return all;
    }

    @Override
    public void close() throws IOException {
        threads.close();
        for (Recorder recorder : recorders) {
            recorder.client.close();
        }
    }

    /** One connection. */
    private static final class Recorder {

        private final SettingsClient client;
        private final List<String> userIds;
        private final List<Integer> own;
        private final Random random;
        private final Map<Integer, Long> ids = new HashMap<>();
        private final List<RecordedWrite> recorded = new ArrayList<>();

        Recorder(SettingsClient client, List<String> userIds, List<Integer> own, Random random) {
            this.client = client;
            this.userIds = userIds;
            this.own = own;
            this.random = random;
        }

        Void write(int writes) throws IOException {
            for (int i = 0; i < writes; i++) {
                int user = own.get(random.nextInt(own.size()));
                long id = ids.getOrDefault(user, 0L);
                Command command = command(id != 0);
                RawResponse response = client.write(command, userIds.get(user), id);
                if (!SettingsClient.isSuccess(response)) {
                    throw new IllegalStateException(command + " was answered " + response.text());
                }
                long newId = SettingsClient.idIn(response).orElse(0);
                ids.put(user, newId);
                recorded.add(new RecordedWrite(user, command, newId));
            }
            return null;
        }

        private Command command(boolean exists) {
            if (!exists) {
                return new Command(Action.CREATE, Content.random(random), Long.toHexString(random.nextLong()));
            }
            return random.nextInt(5) == 0
                    ? new Command(Action.DELETE, null, null)
                    : new Command(Action.UPDATE, Content.random(random), null);
        }
    }
}
