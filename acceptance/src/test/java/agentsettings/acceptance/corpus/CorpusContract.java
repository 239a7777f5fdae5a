package agentsettings.acceptance.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every request of the corpus gets its response, from a server of our own or from any other: README.md tells how. A subclass says where
 * the server of our own keeps its settings.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CorpusContract {
    private List<Scenario> corpus;
    private CorpusTarget target;
    private CorpusRefresh refresh;

    /** The options that name a new, empty database. */
    abstract List<String> newDatabase(Path emptyDirectory) throws IOException;

    @BeforeAll
    void openTarget(@TempDir Path directory) throws IOException, InterruptedException {
        corpus = CorpusFile.readAll();
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
}
