package agentsettings.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every request of the corpus gets its answer, from a server of our own or from any other: README.md tells how. A subclass says where
 * the server of our own keeps its settings.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CorpusContract {
    private static final Path CORPUS =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "corpus");
    private static final int PAIRS_MIN = 120;

    /** All but 2005, 5005, 9000, 9001 and 9002, which a server gives only when it is overloaded, broken or told to. */
    private static final Set<String> DOCUMENTED = Set.of(
            "0", "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "2001", "2002", "2003", "2004",
            "4001", "5001", "5002", "5003", "5004", "5006");

    private List<Scenario> corpus;
    private CorpusTarget target;
    private CorpusRefresh refresh;

    /** The options that name a new, empty database. */
    abstract List<String> newDatabase(Path emptyDirectory) throws IOException;

    @BeforeAll
    void openTarget(@TempDir Path directory) throws IOException, InterruptedException {
        corpus = scenarios();
        refresh = new CorpusRefresh(CorpusRefresh.Mode.of(System.getProperty("corpus.refresh", "false")));
        target = CorpusTarget.open(newDatabase(directory), directory);
    }

    @AfterAll
    void closeTarget() throws IOException {
        if (target != null) {
            target.close();
            refresh.write();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRequestGetsItsAnswer() {
        return corpus.stream().flatMap(scenario -> {
            ScenarioPlayer player = new ScenarioPlayer(scenario, target, refresh);
            return scenario.steps().stream()
                    .map(step -> DynamicTest.dynamicTest(scenario.nameOf(step), () -> player.play(step)));
        });
    }

    @Test
    void theCorpusIsNotCutShort() {
        assertThat(corpus.stream().mapToInt(scenario -> scenario.steps().size()).sum())
                .isGreaterThanOrEqualTo(PAIRS_MIN);
    }

    @Test
    void everyDocumentedReturnCodeAppears() {
        assertThat(returnCodes()).containsExactlyInAnyOrderElementsOf(DOCUMENTED);
    }

    private Set<String> returnCodes() {
        Pattern returnCode = Pattern.compile("\"returnCode\":\"(\\d+)\"");
        Set<String> codes = new TreeSet<>();
        for (Scenario scenario : corpus) {
            for (Step step : scenario.steps()) {
                returnCode
                        .matcher(step.answer().body())
                        .results()
                        .map(match -> match.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static List<Scenario> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .flatMap(file -> CorpusFile.read(file).stream())
                    .toList();
        }
    }
}
