package agentsettings.acceptance.house.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two files of the main sources declare types of the same name. */
record UniqueNameRule() implements Rule {

    @Override
    public List<Violation> violations(Program program) {
        Map<String, SourceFile> first = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (SourceFile source : program.sources()) {
            SourceFile other = source.isPackageInfo() ? null : first.putIfAbsent(source.fileName(), source);
            if (other != null) {
                violations.add(new Violation(
                        source.location(),
                        "has the name of " + other.location() + "; give each a name that tells it apart."));
            }
        }
        return violations;
    }
}
