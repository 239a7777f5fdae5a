package agentsettings.acceptance.house.rules;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A library is used only by the packages that its row of the table names. What begins with java is free unless it has a row. */
record LibraryRule(Table libraries) implements Rule {

    @Override
    public List<Violation> violations(Program program) {
        Set<Violation> violations = new LinkedHashSet<>();
        Set<Table.Row> used = new LinkedHashSet<>();
        for (Uses.Use use : Uses.of(program)) {
            Optional<Table.Row> row = row(use.target());
            row.ifPresent(used::add);
            String from = Program.shortName(use.from());
            if (row.isPresent() && !row.get().includes(from)) {
                violations.add(new Violation(
                        use.location(),
                        from + " may not use " + row.get().name() + "; move the code, or see " + libraries.name()
                                + "."));
            } else if (row.isEmpty() && isLibrary(use.target())) {
                violations.add(new Violation(
                        use.location(),
                        "uses " + Program.packageOf(use.target()) + ", of no row in " + libraries.name()
                                + "; add one there."));
            }
        }
        libraries.rows().stream()
                .filter(row -> !used.contains(row))
                .forEach(row ->
                        violations.add(new Violation(libraries.name(), row.name() + " isn't used; remove its row.")));
        return List.copyOf(violations);
    }

    private static boolean isLibrary(String type) {
        return type.contains(".") && !type.startsWith("java.") && !Program.isOurs(type);
    }

    /** The row with the longest prefix of the type's name. */
    private Optional<Table.Row> row(String type) {
        return libraries.rows().stream()
                .filter(row -> type.startsWith(row.name() + ".") || type.equals(row.name()))
                .max(Comparator.comparingInt(row -> row.name().length()));
    }
}
