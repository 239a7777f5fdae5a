package agentsettings.bench.stress;

import agentsettings.bench.openloop.LoadOutcome;
import java.util.Locale;

/** The outcomes of loads as lines of a table. */
final class LoadTable {

    static final String HEADER = String.format(
            Locale.ROOT,
            "%-24s %10s %10s %8s %8s %8s %10s %10s %8s",
            "load",
            "offered/s",
            "200/s",
            "p50 ms",
            "p99 ms",
            "sent p99",
            "503",
            "p99 of 503",
            "others");

    /** Prints a line. */
    static void print(String load, LoadOutcome outcome) {
        int total =
                outcome.counts().values().stream().mapToInt(Integer::intValue).sum();
        int refused = outcome.count(503);
        System.out.printf(
                Locale.ROOT,
                "%-24s %10.0f %10.0f %8.1f %8.1f %8.1f %10d %10.1f %8d%n",
                load,
                outcome.offered(),
                outcome.perSecond(),
                outcome.millis(200, 0.5),
                outcome.millis(200, 0.99),
                outcome.millisSinceSent(200, 0.99),
                refused,
                outcome.millisSinceSent(503, 0.99),
                total - refused - outcome.count(200));
    }

    private LoadTable() {}
}
