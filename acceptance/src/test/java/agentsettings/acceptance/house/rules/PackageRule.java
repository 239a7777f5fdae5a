package agentsettings.acceptance.house.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages hold few types, say in a package-info.java what they hold, and have names that mean something.
 *
 * @param exceptions the packages that hold more types than the limit, with their number, which may only fall
 */
record PackageRule(int typesMax, Table exceptions) implements Rule {

    private static final Pattern MEANS_NOTHING =
            Pattern.compile("\\b(util|utils|common|helper|helpers|impl|manager|service)\\b");

    @Override
    public List<Violation> violations(Program program) {
        Map<String, List<SourceFile>> packages = new TreeMap<>();
        for (SourceFile source : program.sources()) {
            packages.computeIfAbsent(source.packageName(), _ -> new ArrayList<>())
                    .add(source);
        }
        List<Violation> violations = new ArrayList<>();
        packages.forEach((name, sources) -> check(name, sources, violations));
        return violations;
    }

    private void check(String name, List<SourceFile> sources, List<Violation> violations) {
        Matcher meansNothing = MEANS_NOTHING.matcher(name);
        if (meansNothing.find()) {
            violations.add(new Violation(
                    name,
                    "the name \"" + meansNothing.group() + "\" says nothing; name the package after what it holds."));
        }
        long types = sources.stream().filter(source -> !source.isPackageInfo()).count();
        if (types == sources.size()) {
            violations.add(new Violation(
                    sources.getFirst().location(), "its package has no package-info.java; say there what it holds."));
        }
        int permitted = permitted(Program.shortName(name));
        if (types > permitted) {
            violations.add(new Violation(
                    name, "holds " + types + " types; divide it by subject until it has at most " + permitted + "."));
        } else if (types < permitted && permitted > typesMax) {
            String sentence = Program.shortName(name) + ": the number of types is " + types + " now; lower it.";
            violations.add(new Violation(exceptions.name(), sentence));
        }
    }

    private int permitted(String shortName) {
        return exceptions.rows().stream()
                .filter(row -> row.name().equals(shortName))
                .mapToInt(row -> Integer.parseInt(row.values().getFirst()))
                .findFirst()
                .orElse(typesMax);
    }
}
