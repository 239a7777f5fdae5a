package agentsettings.bench.soak;

import agentsettings.bench.soak.clients.ResponseCounts;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Samples and responses as lines of tables. */
final class SampleTable {

    static final String HEADER = String.format(
            Locale.ROOT,
            "%7s %9s %9s %8s %6s %9s %7s %8s  %s",
            "minute",
            "heap KB",
            "anon KB",
            "threads",
            "files",
            "data MB",
            "log MB",
            "sent/s",
            "responses");

    /** Prints what the server has, and the responses since the last sample by status and code. */
    static void print(ProcessSample sample, double perSecond, Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> byOutcome = new TreeMap<>();
        now.forEach((key, count) -> {
            long more = count - before.getOrDefault(key, 0L);
            if (more > 0 && !key.startsWith("bad: ")) {
                byOutcome.merge(key.replaceFirst("^\\D+", ""), more, Long::sum);
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%7.2f %9d %9d %8d %6d %9.1f %7.1f %8.0f  %s%n",
                sample.minute(),
                sample.heap(),
                sample.anonymous(),
                sample.threads(),
                sample.descriptors(),
                sample.dataBytes() / 1e6,
                sample.logBytes() / 1e6,
                perSecond,
                byOutcome);
    }

    /** Prints all responses by operation, status and code. */
    static void print(ResponseCounts counts) {
        counts.counts().forEach((key, count) -> System.out.printf(Locale.ROOT, "%10d  %s%n", count, key));
    }

    private SampleTable() {}
}
