package agentsettings.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The corpus is whole: no step is lost unseen, and each documented returnCode is asserted. */
final class CorpusCoverageTest {

    private static final Path CONTRACT = Path.of("../docs/contract.md");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| (\\d+) \\| \\d{3} \\|", Pattern.MULTILINE);
    private static final Pattern RETURN_CODE = Pattern.compile("\"returnCode\":\"(\\d+)\"");

    /** What a server responds only when it is overloaded, broken, limited by its operator, or of a later version. */
    private static final Set<String> NOT_ON_DEMAND = Set.of("2005", "5005", "9000", "9001", "9002", "9003");

    @Test
    void noStepIsLost() throws IOException {
        GoldenFile.compare("corpus.txt", contents(CorpusFile.readAll()), getClass());
    }

    @Test
    void aLostStepWouldBeSeen() throws IOException {
        List<Scenario> corpus = new ArrayList<>(CorpusFile.readAll());
        Scenario last = corpus.removeLast();
        List<Step> allButOne = last.steps().subList(1, last.steps().size());
        assertThat(contents(corpus)).isNotEqualTo(contents(CorpusFile.readAll()));
        corpus.add(new Scenario(last.file(), last.title(), last.usersWithoutSettings(), allButOne));
        assertThat(contents(corpus)).isNotEqualTo(contents(CorpusFile.readAll()));
    }

    @Test
    void everyDocumentedReturnCodeAppears() throws IOException {
        Set<String> documented = firstGroups(DOCUMENTED.matcher(Files.readString(CONTRACT)));
        assertThat(documented).containsAll(NOT_ON_DEMAND);
        documented.removeAll(NOT_ON_DEMAND);
        StringBuilder bodies = new StringBuilder();
        for (Scenario scenario : CorpusFile.readAll()) {
            scenario.steps().forEach(step -> bodies.append(step.response().body()));
        }
        assertThat(firstGroups(RETURN_CODE.matcher(bodies))).isEqualTo(documented);
    }

    private static Set<String> firstGroups(Matcher matcher) {
        Set<String> groups = new TreeSet<>();
        matcher.results().forEach(match -> groups.add(match.group(1)));
        return groups;
    }

    /** A line for each file, and one for the whole. */
    private static String contents(List<Scenario> corpus) {
        Map<String, List<Scenario>> files = new TreeMap<>();
        corpus.forEach(
                scenario -> files.computeIfAbsent(scenario.file().getFileName().toString(), _ -> new ArrayList<>())
                        .add(scenario));
        StringBuilder contents = new StringBuilder();
        files.forEach((file, scenarios) -> contents.append(line(file, scenarios)));
        return contents.append(line("all files", corpus)).toString();
    }

    private static String line(String name, List<Scenario> scenarios) {
        int steps =
                scenarios.stream().mapToInt(scenario -> scenario.steps().size()).sum();
        return String.format(Locale.ROOT, "%s: %d scenarios, %d steps\n", name, scenarios.size(), steps);
    }
}
