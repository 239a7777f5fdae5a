package agentsettings.bench.stress;

import agentsettings.bench.load.Samples;
import agentsettings.bench.openloop.LoadOutcome;
import agentsettings.bench.openloop.NumberedRequest;
import agentsettings.bench.stress.clients.UnreadClients;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Clients that send requests and read no response, beside good ones. The memory of the server stays bounded; and once the buffers of the
 * operating system are full, which takes some millions of requests, the good clients hardly notice the others.
 *
 * @param duration of a load by the good clients
 */
public record UnreadResponses(Duration duration) implements StressTest {

    /** The heap that the command gives the server, in MB. */
    private static final int HEAP = 256;

    private static final int QUERYING = 200;
    private static final int EXPORTING = 20;
    private static final double P99_RATIO_MAX = 5;
    private static final int LOADS_MAX = 12;

    /** The heap, and as much again for buffers, code and threads. */
    private static final long RESIDENT_MAX = 2 * HEAP;

    private static final ByteBuffer EXPORT = ByteBuffer.wrap(("GET /api/v1/tenants/" + Samples.TENANT
                    + "/users HTTP/1.1\r\nHost: bench\r\nAccept: text/csv\r\n"
                    + "Authorization: Bearer ask_demoadmn_demo-management-key-for-local-use-only\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));

    @Override
    public Verdict run(TestedService tested) throws IOException, SQLException {
        GoodClients clients = new GoodClients(tested);
        LoadOutcome usual = clients.send("half load", 0.5, GoodClients.CONNECTIONS, duration);
        LoadOutcome meanwhile;
        ByteBuffer query = NumberedRequest.query().of(0);
        MemoryPeak memory = new MemoryPeak(tested.server().processes());
        try (memory;
                UnreadClients queries = UnreadClients.start(tested.server().uri(), QUERYING, query);
                UnreadClients exports = UnreadClients.start(tested.server().management(), EXPORTING, EXPORT)) {
            long before;
            int loads = 0;
            do {
                before = queries.bytes();
                meanwhile = clients.send("beside them", 0.25, GoodClients.CONNECTIONS, duration);
            } while (queries.bytes() > before && ++loads < LOADS_MAX);
            System.out.printf(
                    "queries: %,d bytes sent, %d connections closed; exports: %,d bytes sent, %d connections closed%n",
                    queries.bytes(), queries.reopened(), exports.bytes(), exports.reopened());
        }
        tested.close();
        Verdict verdict = judge(usual, meanwhile, memory.megabytes());
        clients.judge(verdict, tested.storedUsers());
        return verdict;
    }

    private static Verdict judge(LoadOutcome usual, LoadOutcome meanwhile, long peak) {
        double ratio = meanwhile.millis(200, 0.99) / usual.millis(200, 0.99);
        return new Verdict()
                .require(peak <= RESIDENT_MAX, "memory without pages of files: %d MB (limit: %d)", peak, RESIDENT_MAX)
                .require(
                        ratio <= P99_RATIO_MAX,
                        "p99 of good clients once the buffers are full: %.1f times the usual (limit: %.0f)",
                        ratio,
                        P99_RATIO_MAX)
                .require(meanwhile.isAll(200), "responses to good clients: %s", meanwhile.counts());
    }
}
