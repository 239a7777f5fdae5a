package agentsettings.acceptance.nodes;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks any node for one random thing after the other, for users that the other clients ask about too, and records what it is told.
 * Where a node can't be reached, the next one is asked. For one thread.
 */
final class MixedClient {

    private static final long ALL_NODES_GONE_MILLIS = 5;

    private final NodeConnections connections;
    private final Recorder recorder;
    private final RandomGenerator random;

    MixedClient(NodeConnections connections, Recorder recorder, RandomGenerator random) {
        this.connections = connections;
        this.recorder = recorder;
        this.random = random;
    }

    void run() throws InterruptedException {
        while (recorder.another()) {
            RecordedUser user = recorder.any(random);
            int node = random.nextInt(connections.nodes());
            switch (random.nextInt(20)) {
                case 0, 1 -> ask(user, node, create(user));
                case 2, 3 -> askTwoNodesAtOnce(user, node, create(user));
                case 4 -> ask(user, node, user.lastCreate() == null ? create(user) : user.lastCreate());
                case 5, 6, 7 -> ask(user, node, new Delete());
                case 8, 9, 10, 11, 12, 13 -> ask(user, node, new Update(user.lastId(), Content.random(random)));
                default -> ask(user, node, new Query());
            }
        }
    }

    /** Asks one node what a user's settings are. */
    void query(RecordedUser user, int node) {
        send(user, node, new Query()).ifPresent(this::receive);
    }

    private Create create(RecordedUser user) {
        String key = random.nextInt(4) == 0 ? null : user.user().id() + "-" + Long.toHexString(random.nextLong());
        return new Create(Content.random(random), key);
    }

    private void ask(RecordedUser user, int firstNode, Request request) throws InterruptedException {
        for (int i = 0; i < connections.nodes(); i++) {
            int node = (firstNode + i) % connections.nodes();
            if (connections.reach(node)) {
                send(user, node, request).ifPresent(this::receive);
                return;
            }
        }
        Thread.sleep(ALL_NODES_GONE_MILLIS);
    }

    private void askTwoNodesAtOnce(RecordedUser user, int node, Create create) {
        Optional<Sent> one = send(user, node, create);
        Optional<Sent> other = send(user, (node + 1) % connections.nodes(), create);
        one.ifPresent(this::receive);
        other.ifPresent(this::receive);
    }

    /** Returns empty when there is no response to wait for. */
    private Optional<Sent> send(RecordedUser user, int node, Request request) {
        if (!connections.reach(node)) {
            return Optional.empty();
        }
        Sent sent = new Sent(connections.to(node), user, node, request, System.nanoTime());
        try {
            send(sent.connection(), user.user().id(), request);
        } catch (IOException e) {
            lost(sent);
            return Optional.empty();
        }
        return Optional.of(sent);
    }

    private static void send(SettingsClient client, String userId, Request request) throws IOException {
        switch (request) {
            case Create create -> client.send(new Command(Action.CREATE, create.content(), create.key()), userId, 0);
            case Update update -> client.send(new Command(Action.UPDATE, update.changes(), null), userId, update.id());
            case Delete _ -> client.send(new Command(Action.DELETE, null, null), userId, 0);
            case Query _ -> client.sendQuery(userId);
        }
    }

    private void receive(Sent sent) {
        try {
            RawResponse response = sent.connection().read();
            long responded = System.nanoTime();
            recorder.told(
                    sent,
                    responded,
                    Told.by(response, sent.request(), sent.user().user()));
            if (response.endsConnection()) {
                connections.drop(sent.node());
            }
        } catch (IOException e) {
            lost(sent);
        }
    }

    private void lost(Sent sent) {
        recorder.unknown(sent);
        connections.drop(sent.node());
    }
}
