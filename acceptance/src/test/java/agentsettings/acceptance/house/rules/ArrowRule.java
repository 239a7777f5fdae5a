package agentsettings.acceptance.house.rules;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A package uses only the packages of ours that its row of the table names, and a row names only packages of rows above it. */
record ArrowRule(Table arrows) implements Rule {

    @Override
    public List<Violation> violations(Program program) {
        Set<Violation> violations = new LinkedHashSet<>();
        Set<String> used = new HashSet<>();
        for (Uses.Use use : Uses.of(program)) {
            String from = Program.shortName(use.from());
            if (!Program.isOurs(use.target())) {
                continue;
            }
            String to = Program.shortName(Program.packageOf(use.target()));
            if (to.equals(from)) {
                continue;
            }
            used.add(from + " " + to);
            Optional<Table.Row> row = row(from);
            if (row.isEmpty()) {
                violations.add(new Violation(
                        use.location(), from + " is missing in " + arrows.name() + "; add a row for the package."));
            } else if (!row.get().includes(to)) {
                violations.add(new Violation(
                        use.location(),
                        from + " may not use " + to + "; move the code, or see " + arrows.name() + "."));
            }
        }
        addUnused(used, violations);
        addUpward(violations);
        return List.copyOf(violations);
    }

    private void addUnused(Set<String> used, Set<Violation> violations) {
        for (Table.Row row : arrows.rows()) {
            row.values().stream()
                    .filter(value -> !value.endsWith(".*") && !used.contains(row.name() + " " + value))
                    .map(value -> row.name() + " doesn't use " + value + "; remove it from the row.")
                    .forEach(sentence -> violations.add(new Violation(arrows.name(), sentence)));
        }
    }

    /** The order of rows rules out circles. */
    private void addUpward(Set<Violation> violations) {
        List<Table.Row> rows = arrows.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (Table.Row below : rows.subList(i + 1, rows.size())) {
                if (rows.get(i).includes(below.name())) {
                    violations.add(new Violation(
                            arrows.name(),
                            rows.get(i).name() + " names " + below.name() + " of a row below; order the rows so that no"
                                    + " circle is possible."));
                }
            }
        }
    }

    private Optional<Table.Row> row(String name) {
        return arrows.rows().stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
