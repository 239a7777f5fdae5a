package agentsettings.bench.soak;

import agentsettings.bench.servers.Workspace;
import agentsettings.bench.soak.clients.ResponseCounts;
import agentsettings.bench.stress.TestedService;
import agentsettings.bench.stress.TestedService.EngineKind;
import agentsettings.bench.stress.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Judges a soak whose service is stopped.
 *
 * @param possible what each user's settings can be
 * @param changes those that the feed has told
 */
record SoakVerdict(
        TestedService service,
        List<ProcessSample> samples,
        ResponseCounts counts,
        Map<Long, Set<String>> possible,
        long changes) {

    /** What a value may grow by in the whole run, as a share of its mean, unless that is less than a minimum. */
    private static final double SHARE_MAX = 0.1;

    private static final double HEAP_MIN = 6 * 1024;
    private static final double MEMORY_MIN = 24 * 1024;
    private static final double COUNT_MIN = 8;
    private static final double LOG_MAX = 100e6;
    private static final double REFUSED_MAX = 0.001;

    Verdict judge(Workspace workspace) throws IOException, SQLException {
        Verdict verdict = new Verdict();
        requireFlat(verdict, "heap after a collection, KB", ProcessSample::heap, HEAP_MIN);
        requireFlat(verdict, "memory without pages of files, KB", ProcessSample::anonymous, MEMORY_MIN);
        requireFlat(verdict, "threads", ProcessSample::threads, COUNT_MIN);
        requireFlat(verdict, "file descriptors", ProcessSample::descriptors, COUNT_MIN);
        if (service.kind() == EngineKind.sqlite) {
            double log =
                    samples.stream().mapToDouble(ProcessSample::logBytes).max().orElseThrow();
            verdict.require(log < LOG_MAX, "write-ahead log: at most %.0f MB (limit: %.0f)", log / 1e6, LOG_MAX / 1e6);
        }
        requireExplained(verdict);
        requireStored(verdict);
        requireVerified(verdict, workspace);
        return verdict;
    }

    private void requireFlat(Verdict verdict, String what, ToDoubleFunction<ProcessSample> value, double min) {
        Trend trend = Trend.of(samples, value);
        double max = Math.max(min, trend.mean() * SHARE_MAX);
        verdict.require(
                trend.growth() <= max,
                "%s: %.0f on average, grows by %.0f in the run (limit: %.0f)",
                what,
                trend.mean(),
                trend.growth(),
                max);
    }

    private void requireExplained(Verdict verdict) {
        long all = counts.counts().values().stream().mapToLong(Long::longValue).sum();
        long refused = counts.counts().entrySet().stream()
                .filter(count -> count.getKey().endsWith(" 503 9001"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        verdict.require(
                counts.unexplainedCount() == 0,
                "responses: %d, of which unexplained: %d %s",
                all,
                counts.unexplainedCount(),
                counts.unexplained());
        verdict.require(refused <= all * REFUSED_MAX, "refused because of overload: %d (limit: 1 in 1000)", refused);
    }

    private void requireStored(Verdict verdict) throws SQLException {
        DatabaseContents stored = DatabaseContents.read(service);
        List<Long> wrong = new ArrayList<>();
        possible.forEach((user, each) -> {
            if (!each.contains(stored.of(user))) {
                wrong.add(user);
            }
        });
        verdict.require(
                wrong.isEmpty(),
                "users whose settings are not the last acknowledged: %d of %d %s",
                wrong.size(),
                possible.size(),
                wrong.stream().limit(5).toList());
        verdict.require(stored.changes() == changes, "changes told by the feed: %d of %d", changes, stored.changes());
    }

    private void requireVerified(Verdict verdict, Workspace workspace) {
        try {
            Workspace.run(service.launcher(workspace, "db", "verify"));
            verdict.require(true, "db verify finds nothing");
        } catch (IOException findings) {
            verdict.require(false, "db verify: %s", findings.getMessage());
        }
    }
}
