package agentsettings.bench.results;

import java.util.Locale;

/**
 * A figure with a limit that is to be reached.
 *
 * @param atLeast whether more is better
 */
record Target(String what, Spread measured, double limit, boolean atLeast, int decimals) {

    static Target atLeast(String what, Spread measured, double limit) {
        return new Target(what, measured, limit, true, 2);
    }

    static Target atMost(String what, Spread measured, double limit) {
        return new Target(what, measured, limit, false, limit < 10 ? 2 : 1);
    }

    private String verdict() {
        if (!measured.isKnown()) {
            return "not measured";
        }
        boolean reached = atLeast ? measured.median() >= limit : measured.median() <= limit;
        return reached ? "reached" : "missed";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s %,.4g | %s | %s |%n",
                what,
                atLeast ? "≥" : "≤",
                limit,
                measured.text(decimals),
                verdict());
    }
}
