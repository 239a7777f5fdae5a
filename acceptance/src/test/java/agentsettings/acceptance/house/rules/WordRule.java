package agentsettings.acceptance.house.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * No name is a coined one where a standard term exists. In tests only the names of types and packages are checked.
 *
 * @param coined a row for each coined name, with the standard term
 */
record WordRule(Table coined) implements Rule {

    @Override
    public List<Violation> violations(Program program) {
        List<CoinedName> names = coined.rows().stream().map(CoinedName::of).toList();
        List<Violation> violations = new ArrayList<>();
        for (SourceFile source : program.sources()) {
            check(source, source.names(), names, violations);
        }
        for (SourceFile source : program.tests()) {
            check(source, source.types(), names, violations);
        }
        return violations;
    }

    private static void check(
            SourceFile source, List<SourceFile.Name> given, List<CoinedName> forbidden, List<Violation> violations) {
        for (CoinedName name : forbidden) {
            name.in(source, given)
                    .forEach(found -> violations.add(violation(source, found.line(), found.text(), name)));
            if (name.isPackageOf(source)) {
                violations.add(new Violation(source.packageName(), sentence(source.packageName(), name)));
            }
        }
    }

    private static Violation violation(SourceFile source, int line, String found, CoinedName name) {
        return source.violation(line, sentence(found, name));
    }

    private static String sentence(String found, CoinedName name) {
        return found + " is a coined name; use " + name.standard() + " instead.";
    }
}
