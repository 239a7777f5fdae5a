package agentsettings.bench;

import agentsettings.bench.groups.Case;
import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Measurement;
import agentsettings.bench.results.Results;
import java.io.IOException;
import java.util.List;

/** Measures a group's cases in turn, round after round, and tells how it goes on standard error. Ends when too much of what is asked fails. */
record Rounds(Group group, Scale scale) {

    private static final double FAILURES_MAX = 0.0001;

    /** A stand-in may be too slow for some of its answers. */
    private static final double OTHERS_FAILURES_MAX = 0.05;

    /** Adds what was measured. */
    void run(Results results) throws Exception {
        int rounds = group.rounds(scale.rounds());
        List<Case> cases = group.cases();
        for (int round = group.warmsUp() ? 0 : 1; round <= rounds; round++) {
            for (Case each : cases) {
                Figures figures = each.measure().during(round == 0 ? scale.warmUp() : scale.seconds());
                System.err.printf(
                        "%d/%d %s: %,d%s%s%n",
                        round, rounds, each.subject(), figures.count(), took(figures), cost(figures));
                demandGood(each, figures);
                if (round > 0) {
                    results.measurements().add(new Measurement(each.subject(), round, figures));
                }
            }
        }
    }

    private static String took(Figures figures) {
        return Double.isNaN(figures.seconds()) ? "" : " in %.1f s".formatted(figures.seconds());
    }

    private static String cost(Figures figures) {
        return Double.isNaN(figures.cpu()) ? "" : ", %.1f µs of processor time each".formatted(figures.cpu());
    }

    private static void demandGood(Case measured, Figures figures) throws IOException {
        boolean ours = measured.subject().target().startsWith("service");
        double most = figures.count() * (ours ? FAILURES_MAX : OTHERS_FAILURES_MAX);
        if (figures.failures() > most) {
            throw new IOException(
                    measured.subject() + ": " + figures.failures() + " of " + figures.count() + " failed");
        }
    }
}
