package agentsettings.acceptance.house.rules;

import java.nio.file.Path;
import java.util.List;

/** All rules of the house. */
final class HouseRules {

    private HouseRules() {}

    /**
     * Makes the rules.
     *
     * @param tables the folder of their tables
     */
    static List<Rule> of(Path tables, SizeRule.Limits limits) {
        return List.of(
                new ArrowRule(Table.read(tables.resolve("arrows.txt"))),
                new LibraryRule(Table.read(tables.resolve("libraries.txt"))),
                new ClockRule(new Table.Row("composition roots", List.of("cli.*", "bench.*"))),
                new SizeRule(limits),
                new PackageRule(limits.types(), Table.read(tables.resolve("large-packages.txt"))),
                new UniqueNameRule(),
                new DocumentationRule(),
                new WordRule(Table.read(tables.resolve("words.txt"))),
                new UnfinishedRule());
    }
}
