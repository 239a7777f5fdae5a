package agentsettings.acceptance.house.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Nothing is left undone. */
record UnfinishedRule() implements Rule {

    private static final Pattern MARK =
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b|not implemented|UnsupportedOperationException");

    @Override
    public List<Violation> violations(Program program) {
        List<Violation> violations = new ArrayList<>();
        for (SourceFile source : program.sources()) {
            for (int line = 1; line <= source.lines().size(); line++) {
                if (MARK.matcher(source.lines().get(line - 1)).find()) {
                    violations.add(source.violation(line, "is unfinished; finish it or leave it out."));
                }
            }
        }
        return violations;
    }
}
