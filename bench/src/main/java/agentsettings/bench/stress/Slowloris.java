package agentsettings.bench.stress;

import agentsettings.bench.openloop.LoadOutcome;
import agentsettings.bench.stress.clients.HoldingClients;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Clients that hold connections, idle or with requests that never end, beside good ones, which hardly notice them.
 *
 * @param usual the load of the good clients, as a part of the capacity
 * @param duration of the time in which the others connect. The good clients are measured for four times as long, once before that and once
 *     when the others have connected again, by when the server has compiled what no client needed before
 */
public record Slowloris(double usual, Duration duration) implements StressTest {

    private static final int IDLE = 5_000;
    private static final int DRIPPING = 2_000;
    private static final double P99_RATIO_MAX = 2;

    /** The server's default, with some room. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(65);

    @Override
    public Verdict run(TestedService tested) throws IOException, SQLException {
        GoodClients clients = new GoodClients(tested);
        Duration judged = duration.multipliedBy(4);
        LoadOutcome before = clients.send("usual load", usual, GoodClients.CONNECTIONS, judged);
        LoadOutcome meanwhile;
        int reopened;
        try (HoldingClients holding = new HoldingClients(tested.server().uri(), IDLE, DRIPPING, duration)) {
            clients.send("while they connect", usual, GoodClients.CONNECTIONS, duration);
            clients.send("until they are back", usual, GoodClients.CONNECTIONS, duration.plus(IDLE_TIMEOUT));
            meanwhile = clients.send("beside them", usual, GoodClients.CONNECTIONS, judged);
            reopened = holding.reopened();
        }
        tested.close();
        double ratio = meanwhile.millis(200, 0.99) / before.millis(200, 0.99);
        System.out.printf("%d idle and %d dripping connections; the server closed %d%n", IDLE, DRIPPING, reopened);
        Verdict verdict = new Verdict()
                .require(
                        ratio <= P99_RATIO_MAX,
                        "p99 of good clients: %.1f times the usual (limit: %.0f)",
                        ratio,
                        P99_RATIO_MAX)
                .require(meanwhile.isAll(200), "responses to good clients: %s", meanwhile.counts())
                .require(reopened > DRIPPING, "slow requests are ended: %d", reopened);
        clients.judge(verdict, tested.storedUsers());
        return verdict;
    }
}
