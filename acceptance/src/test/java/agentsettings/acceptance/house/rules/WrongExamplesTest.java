package agentsettings.acceptance.house.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule finds what breaks it: in sources that are wrong on purpose, it finds what their comments say and nothing else. */
final class WrongExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/house/wrong");
    private static final Pattern WRONG = Pattern.compile("(//|#) wrong: (.*)");

    @TempDir
    private Path classes;

    @Test
    void everyRuleFindsWhatBreaksIt() throws IOException {
        compile();
        List<SourceFile> sources = SourceFile.parse(EXAMPLES);
        Program program = new Program(sources, List.of(), new ClassFileImporter().importPath(classes));
        List<Violation> found = HouseRules.of(EXAMPLES, new SizeRule.Limits(50, 4, 3, 8)).stream()
                .flatMap(rule -> rule.violations(program).stream())
                .map(WrongExamplesTest::withoutLine)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected());
    }

    private static Violation withoutLine(Violation violation) {
        return new Violation(violation.location().replaceAll(":\\d+", ""), violation.sentence());
    }

    private static List<Violation> expected() throws IOException {
        List<Violation> expected = new ArrayList<>();
        for (Path file : files("")) {
            String location = EXAMPLES.relativize(file)
                    .toString()
                    .replaceAll("(/package-info)?\\.java$", "")
                    .replace('/', '.');
            WRONG.matcher(Files.readString(file))
                    .results()
                    .forEach(comment -> expected.add(new Violation(location, comment.group(2))));
        }
        return expected;
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", classes.toString());
            assertThat(compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files(".java")))
                            .call())
                    .isTrue();
        }
    }

    private static List<Path> files(String suffix) {
        try (Stream<Path> walk = Files.walk(EXAMPLES)) {
            return walk.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(suffix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
