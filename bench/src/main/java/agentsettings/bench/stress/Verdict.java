package agentsettings.bench.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a load was to show, and whether it has. Used by one thread. */
public final class Verdict {

    private final List<String> lines = new ArrayList<>();
    private boolean isGood = true;

    /** Adds a target. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that this does not need
    public Verdict require(boolean reached, String what, Object... values) {
        lines.add((reached ? "reached: " : "MISSED:  ") + String.format(Locale.ROOT, what, values));
        isGood &= reached;
        return this;
    }

    public boolean isGood() {
        return isGood;
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines);
    }
}
