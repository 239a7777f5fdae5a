package agentsettings.acceptance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded engine and two nodes on PostgreSQL give the same responses to the same random requests, and store the same. Another seed
 * is taken from {@code -Ddifferential.seed}, another number of operations from {@code -Ddifferential.operations}.
 */
class TwoEnginesTest {
    private static final int CLIENTS = 16;
    private static final int OPERATIONS = Integer.getInteger("differential.operations", 2000);
    private static final long SEED = Long.getLong("differential.seed", 1965);
    private static final Pattern RETURN_CODE = Pattern.compile("\"ret(?:urnC|c)ode\":\"(\\d+)\"");
    private static final List<String> BROUGHT_OUT = List.of(
            "0", "1001", "1002", "1003", "1004", "1005", "1006", "1008", "2001", "2002", "2003", "2004", "5001", "5002",
            "5003", "5004", "5006");

    @TempDir
    Path folder;

    private final Map<String, Integer> responsesByCode = new ConcurrentSkipListMap<>();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    @Test
    void bothEnginesRespondAlikeAndStoreTheSame() throws Exception {
        try (Engine embedded = Engine.embedded(Files.createTempDirectory(folder, "sqlite"));
                Engine postgres = Engine.postgres(folder)) {
            embedded.seed(CLIENTS);
            postgres.seed(CLIENTS);
            List<DifferentialClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new DifferentialClient(i, embedded, postgres, SEED * CLIENTS + i));
            }
            runAll(clients);
            System.out.printf(
                    "TwoEnginesTest: %d operations, responses by returnCode %s, differences %d, seed %d%n",
                    OPERATIONS, responsesByCode, differences.size(), SEED);
            assertThat(differences).as(command()).isEmpty();
            assertThat(responsesByCode.keySet()).as(command()).containsAll(BROUGHT_OUT);
            requireTheSameStored(embedded, postgres, clients);
            Stream.concat(embedded.nodes().stream(), postgres.nodes().stream())
                    .forEach(node -> assertThat(node.errors()).doesNotContainPattern("deadlock|\tat |SEVERE"));
        }
    }

    private void runAll(List<DifferentialClient> clients) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (DifferentialClient client : clients) {
                running.add(threads.submit(() -> run(client)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** Ends when any client has found a difference, since what follows from that is of no interest. */
    private Void run(DifferentialClient client) throws IOException {
        try (client) {
            for (int i = 0; i < OPERATIONS / CLIENTS && differences.isEmpty(); i++) {
                client.next(this::count).ifPresent(differences::add);
            }
        }
        return null;
    }

    private void count(String response) {
        Matcher code = RETURN_CODE.matcher(response);
        responsesByCode.merge(code.find() ? code.group(1) : "token", 1, Integer::sum);
    }

    private static void requireTheSameStored(Engine embedded, Engine postgres, List<DifferentialClient> clients)
            throws SQLException {
        StoredState expected =
                StoredState.read(embedded.database(), symbols(clients, DifferentialClient::embeddedSymbols));
        Map<String, String> symbols = symbols(clients, DifferentialClient::postgresSymbols);
        assertThat(expected.differences(StoredState.read(postgres.database(), symbols)))
                .as("what PostgreSQL stored, compared with SQLite, " + command())
                .isEmpty();
        for (String change : List.of(
                "UPDATE agent_settings SET version = version + 1 WHERE id = (SELECT max(id) FROM agent_settings)",
                "UPDATE change_log SET actor = 'nobody' WHERE at = (SELECT max(at) FROM change_log)")) {
            execute(postgres.database(), change);
            assertThat(expected.differences(StoredState.read(postgres.database(), symbols)))
                    .as("differences after " + change)
                    .isNotEmpty();
        }
    }

    private static Map<String, String> symbols(
            List<DifferentialClient> clients, Function<DifferentialClient, Map<String, String>> ofClient) {
        Map<String, String> symbols = new HashMap<>();
        clients.forEach(client -> symbols.putAll(ofClient.apply(client)));
        return symbols;
    }

    private static void execute(Engine.Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String command() {
        return String.format(Locale.ROOT, "-Ddifferential.seed=%d -Ddifferential.operations=%d", SEED, OPERATIONS);
    }
}
