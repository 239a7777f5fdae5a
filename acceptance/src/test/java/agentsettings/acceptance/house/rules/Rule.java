package agentsettings.acceptance.house.rules;

import java.util.List;

/** A rule for the project's own code. */
interface Rule {

    /** Everything that breaks it. */
    List<Violation> violations(Program program);
}
