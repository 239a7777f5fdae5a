package agentsettings.acceptance.house.rules;

import java.util.ArrayList;
import java.util.List;

/** Files, bodies and parameter lists are short. The components of a record are no parameter list. */
record SizeRule(Limits limits) implements Rule {

    /** The most lines of a file and of a body, the most parameters, and the most types of a package. */
    record Limits(int fileLines, int bodyLines, int parameters, int types) {}

    @Override
    public List<Violation> violations(Program program) {
        List<Violation> violations = new ArrayList<>();
        for (SourceFile source : program.sources()) {
            int lines = source.lines().size();
            if (lines > limits.fileLines) {
                violations.add(new Violation(
                        source.location(),
                        "has " + lines + " lines; divide it into files of at most " + limits.fileLines + "."));
            }
            source.bodies().forEach(body -> check(source, body, violations));
        }
        return violations;
    }

    private void check(SourceFile source, SourceFile.Body body, List<Violation> violations) {
        if (body.lines() > limits.bodyLines) {
            violations.add(source.violation(
                    body.line(),
                    body.name() + " has " + body.lines() + " lines; extract steps until it has at most "
                            + limits.bodyLines + "."));
        }
        if (body.parameters() > limits.parameters) {
            violations.add(source.violation(
                    body.line(),
                    body.name() + " has " + body.parameters() + " parameters; put those that belong together into a"
                            + " record until it has at most " + limits.parameters + "."));
        }
    }
}
