package agentsettings.acceptance.house.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every main source and class keeps the rules of the house. */
final class HouseRulesTest {

    private static final Path TABLES = Path.of("src/test/resources/house");
    private static final SizeRule.Limits LIMITS = new SizeRule.Limits(200, 30, 5, 12);

    private static final Program PROGRAM = Program.ofThisProject();

    @TestFactory
    Stream<DynamicTest> everyRuleIsKept() {
        return HouseRules.of(TABLES, LIMITS).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getClass().getSimpleName(), () -> requireKept(rule)));
    }

    private static void requireKept(Rule rule) {
        assertThat(rule.violations(PROGRAM)).isEmpty();
    }

    @Test
    void everySourceIsCompiled() {
        List<String> sources = PROGRAM.sources().stream()
                .filter(source -> !source.isPackageInfo())
                .map(SourceFile::location)
                .toList();
        Set<String> classes = PROGRAM.classes().stream()
                .map(Program::location)
                .filter(name -> !name.endsWith(".package-info"))
                .collect(Collectors.toSet());
        assertThat(sources).isNotEmpty();
        assertThat(classes).containsExactlyInAnyOrderElementsOf(sources);
    }
}
