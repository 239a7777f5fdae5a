package agentsettings.acceptance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.PostgresForTests;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.VendorJson;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that is cut off from the database answers its writes when their time is over: most were not begun, so nothing was changed. None
 * of them is applied when the connection is mended, over what another node has acknowledged since.
 */
@Timeout(180)
class CutOffNodeTest {

    private static final int USERS = 1000;
    private static final int USERS_WRITTEN_LAST = 10;
    private static final int USERS_OF_CLIENTS_THAT_VANISH = 100;
    private static final String REQUEST_TIMEOUT = "http.request-timeout = PT3S\n";
    private static final Content FIRST = new Content("0", "1", "1", "1", "1");
    private static final Content QUEUED = new Content("1", "666", "666", "666", "666");
    private static final Content NEWER = new Content("2", "7", "7", "7", "7");

    @TempDir
    private Path folder;

    @Test
    void writesThatAreAnsweredWithFailureByACutOffNodeAreNeverAppliedOverNewerOnes() throws Exception {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        try (ServerProcess sound = ServerProcess.startDemo(postgres.options());
                CuttableConnection connection = new CuttableConnection(PostgresForTests.port());
                ServerProcess cutOff =
                        ServerProcess.startDemo(postgres.optionsOver(connection.port(), REQUEST_TIMEOUT))) {
            List<NodeUser> users = NodeUser.add(USERS, sound.base());
            List<Long> ids = created(users, sound.base());
            assertThat(updateAll(users, ids, FIRST, cutOff.base())).containsExactlyEntriesOf(Map.of("0", USERS));

            connection.cut();
            vanish(users, ids, cutOff.base());
            Map<String, Integer> answers = updateAll(users, ids, QUEUED, cutOff.base());
            System.out.println("CutOffNodeTest: the node that was cut off answered " + answers);
            assertThat(answers.keySet()).isSubsetOf("9002", "9003");
            assertThat(answers.getOrDefault("9002", 0)).as("not begun").isGreaterThan(USERS / 4);

            for (int i = 0; i < USERS; i++) {
                updateUntilAcknowledged(users.get(i), ids.get(i), NEWER, sound.base());
            }
            connection.mend();
            for (int i = 0; i < USERS_WRITTEN_LAST; i++) { // behind whatever both lanes of the node have queued
                updateUntilAcknowledged(users.get(i), ids.get(i), QUEUED, cutOff.base());
            }
            for (int i = USERS_WRITTEN_LAST; i < USERS; i++) {
                assertThat(query(users.get(i), sound.base()).text())
                        .as("user %d", i)
                        .contains("\"callNumberDefault\":\"7\"");
            }
            assertThat(cutOff.errors()).contains("WARNING agentsettings.storage.queue.GroupCommit: ");
        }
    }

    @Test
    void aNodeThatStopsWhileItIsCutOffLogsWhatFails() throws Exception {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        try (CuttableConnection connection = new CuttableConnection(PostgresForTests.port());
                ServerProcess node =
                        ServerProcess.startDemo(postgres.optionsOver(connection.port(), REQUEST_TIMEOUT))) {
            List<NodeUser> users = NodeUser.add(2, node.base());
            created(users, node.base());
            connection.cut();

            assertThat(node.terminate()).isZero();
            String log = node.errors();
            assertThat(log.substring(log.indexOf("Stopping: ")))
                    .contains("WARNING agentsettings.storage.postgres.PostgresWriter: Can't release node number");
            assertThat(log.stripTrailing()).endsWith("Stopped");
        }
    }

    /** Some clients send an update each and are gone before its time is over; nobody hears of those. */
    private static void vanish(List<NodeUser> users, List<Long> ids, URI node) throws IOException {
        List<Socket> clients = new ArrayList<>();
        for (int i = USERS - USERS_OF_CLIENTS_THAT_VANISH; i < USERS; i++) {
            Socket client = new Socket(node.getHost(), node.getPort());
            client.setSoLinger(true, 0); // its close is told to the server at once
            String body = VendorJson.request(
                    new Command(Action.UPDATE, QUEUED, null), users.get(i).id(), ids.get(i));
            client.getOutputStream().write(SettingsClient.request("update", SettingsClient.DEMO_APP, Map.of(), body));
            clients.add(client);
        }
        for (int i = 0; i < USERS_OF_CLIENTS_THAT_VANISH; i++) { // every event loop has read the updates then
            try (RawHttp other = RawHttp.connect(node)) {
                other.send(SettingsClient.request("update", SettingsClient.DEMO_APP, Map.of(), "{}"));
                assertThat(other.read().status()).isEqualTo(400);
            }
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    private static List<Long> created(List<NodeUser> users, URI node) throws IOException {
        List<Long> ids = new ArrayList<>();
        try (SettingsClient client = SettingsClient.connect(node, SettingsClient.DEMO_APP)) {
            for (NodeUser user : users) {
                RawResponse response = client.write(new Command(Action.CREATE, FIRST, null), user.id(), 0);
                ids.add(SettingsClient.idIn(response).orElseThrow());
            }
        }
        return ids;
    }

    /** Updates all at once, each over a connection of its own, and returns how often each returnCode came. */
    private static Map<String, Integer> updateAll(List<NodeUser> users, List<Long> ids, Content content, URI node)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> updates = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                int user = i;
                updates.add(() -> update(users.get(user), ids.get(user), content, node));
            }
            Map<String, Integer> answers = new TreeMap<>();
            for (Future<String> answer : threads.invokeAll(updates)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            return answers;
        }
    }

    private static String update(NodeUser user, long id, Content content, URI node) throws IOException {
        try (SettingsClient client = SettingsClient.connect(node, SettingsClient.DEMO_APP)) {
            RawResponse response = client.write(new Command(Action.UPDATE, content, null), user.id(), id);
            return response.text().replaceFirst("^\\{\"returnCode\":\"(\\d+)\".*", "$1");
        }
    }

    /** A batch that was cut off may hold its locks for some seconds. */
    private static void updateUntilAcknowledged(NodeUser user, long id, Content content, URI node) throws IOException {
        String answer = update(user, id, content, node);
        while (!answer.equals("0")) {
            assertThat(answer).isIn("9002", "9003");
            answer = update(user, id, content, node);
        }
    }

    private static RawResponse query(NodeUser user, URI node) throws IOException {
        try (SettingsClient client = SettingsClient.connect(node, SettingsClient.DEMO_APP)) {
            return client.query(user.id());
        }
    }
}
