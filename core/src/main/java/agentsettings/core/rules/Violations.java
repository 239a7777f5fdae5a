package agentsettings.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects the rules that several values break, each checked alone. Used by one thread. */
final class Violations {

    private final List<RuleViolation> found = new ArrayList<>();

    /** Collects the violation that the check throws, if it does. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (RuleViolation violation) {
            found.add(violation);
        }
    }

    /** In the order of the checks. */
    List<RuleViolation> list() {
        return List.copyOf(found);
    }
}
