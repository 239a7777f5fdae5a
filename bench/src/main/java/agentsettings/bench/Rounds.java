package agentsettings.bench;

import agentsettings.bench.groups.Case;
import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures a group's cases in turn, round after round, and reports each on standard error. Fails if too many requests fail.
 *
 * @param done rounds of the group that an earlier start of its servers has measured
 */
record Rounds(Group group, Scale scale, int done) {

    /** Targets that may be too slow to answer some requests in time; no request to another target may fail. */
    private static final Set<String> MAY_FAIL = Set.of("wiremock", "json-server");

    private static final double FAILURES_MAX = 0.05;

    /** Measures every round. The first is a warm-up, whose figures are dropped. */
    List<Measurement> run() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        int rounds = done + group.rounds(scale.rounds());
        for (int round = group.warmsUp() ? done : done + 1; round <= rounds; round++) {
            for (Case each : group.cases(round)) {
                Figures figures = each.measure().during(round == done ? scale.warmUp() : scale.seconds());
                System.err.printf(
                        Locale.ROOT,
                        "%d/%d %s: %,d%s%s%n",
                        round,
                        rounds,
                        each.subject(),
                        figures.count(),
                        duration(figures),
                        cpuTime(figures));
                requireGood(each, figures);
                if (round > done) {
                    measurements.add(new Measurement(each.subject(), round, figures));
                }
            }
        }
        return measurements;
    }

    private static String duration(Figures figures) {
        return Double.isNaN(figures.seconds()) ? "" : String.format(Locale.ROOT, " in %.1f s", figures.seconds());
    }

    private static String cpuTime(Figures figures) {
        return Double.isNaN(figures.cpu())
                ? ""
                : String.format(Locale.ROOT, ", %.1f µs of CPU time each", figures.cpu());
    }

    private static void requireGood(Case measured, Figures figures) throws IOException {
        double max = MAY_FAIL.contains(measured.subject().target()) ? figures.count() * FAILURES_MAX : 0;
        if (figures.count() == 0 || figures.failures() > max) {
            throw new IOException(
                    measured.subject() + ": " + figures.failures() + " failed, " + figures.count() + " succeeded");
        }
    }
}
