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

    /** Whether it was measured and reached. */
    boolean isReached() {
        return atLeast ? measured.median() >= limit : measured.median() <= limit;
    }

    /** Whether it was measured, and is beyond the limit by more than this factor. */
    boolean isMissedBy(double factor) {
        return atLeast ? measured.median() < limit / factor : measured.median() > limit * factor;
    }

    private String verdict() {
        if (!measured.isKnown()) {
            return "not measured";
        }
        return isReached() ? "reached" : "missed";
    }

    /** The figure and its limit, as a line. */
    String line() {
        return "%s: %s instead of %s%n".formatted(what, measured.text(decimals), limitText());
    }

    private String limitText() {
        return String.format(Locale.ROOT, "%s %,.4g", atLeast ? "≥" : "≤", limit);
    }

    /** A row of a Markdown table. */
    @Override
    public String toString() {
        return "| %s | %s | %s | %s |%n".formatted(what, limitText(), measured.text(decimals), verdict());
    }
}
