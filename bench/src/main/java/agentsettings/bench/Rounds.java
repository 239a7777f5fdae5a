package agentsettings.bench;

import agentsettings.bench.groups.Case;
import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures a group's cases in turn, round after round, and tells how it goes on standard error. Ends when too much of what is asked fails. */
record Rounds(Group group, Scale scale) {

    /** These may be too slow for some of their answers; nothing that is asked of others may fail. */
    private static final Set<String> MAY_FAIL = Set.of("wiremock", "json-server");

    private static final double FAILURES_MAX = 0.05;

    /** All that was measured. */
    List<Measurement> run() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        int rounds = group.rounds(scale.rounds());
        for (int round = group.warmsUp() ? 0 : 1; round <= rounds; round++) {
            for (Case each : group.cases(round)) {
                Figures figures = each.measure().during(round == 0 ? scale.warmUp() : scale.seconds());
                System.err.printf(
                        "%d/%d %s: %,d%s%s%n",
                        round, rounds, each.subject(), figures.count(), took(figures), cost(figures));
                requireGood(each, figures);
                if (round > 0) {
                    measurements.add(new Measurement(each.subject(), round, figures));
                }
            }
        }
        return measurements;
    }

    private static String took(Figures figures) {
        return Double.isNaN(figures.seconds()) ? "" : " in %.1f s".formatted(figures.seconds());
    }

    private static String cost(Figures figures) {
        return Double.isNaN(figures.cpu()) ? "" : ", %.1f µs of processor time each".formatted(figures.cpu());
    }

    private static void requireGood(Case measured, Figures figures) throws IOException {
        double most = MAY_FAIL.contains(measured.subject().target()) ? figures.count() * FAILURES_MAX : 0;
        if (figures.count() == 0 || figures.failures() > most) {
            throw new IOException(
                    measured.subject() + ": " + figures.failures() + " failed, " + figures.count() + " didn't");
        }
    }
}
