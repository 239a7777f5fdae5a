package agentsettings.bench.stress;

import agentsettings.bench.openloop.LoadOutcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Creates at three times the rate that the service can take: those that it accepts are quick and stored, the others are refused.
 *
 * @param connections of the overload
 * @param duration of each load
 */
public record Overload(int connections, Duration duration) implements StressTest {

    private static final double TIMES = 3;
    private static final double P99_RATIO_MAX = 5;

    @Override
    public Verdict run(TestedService tested) throws IOException, SQLException {
        GoodClients clients = new GoodClients(tested);
        LoadOutcome half = clients.send("half load", 0.5, connections, duration);
        LoadOutcome over = clients.send("3 times capacity", TIMES, connections, duration);
        clients.send("half load again", 0.5, connections, duration);
        tested.close();
        double ratio = over.millisSinceSent(200, 0.99) / half.millisSinceSent(200, 0.99);
        String others = over.counts().entrySet().stream()
                .filter(count -> count.getKey() != 200 && count.getKey() != 503)
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
        Verdict verdict = new Verdict()
                .require(
                        ratio < P99_RATIO_MAX,
                        "p99 of accepted creates at 3 times capacity: %.1f times that at half load (limit: %.0f)",
                        ratio,
                        P99_RATIO_MAX)
                .require(others.isEmpty(), "responses other than 200 and 503: %s", others.isEmpty() ? "none" : others)
                .require(over.withoutRetryAfter() == 0, "503 without Retry-After: %d", over.withoutRetryAfter());
        clients.judge(verdict, tested.storedUsers());
        return verdict;
    }
}
