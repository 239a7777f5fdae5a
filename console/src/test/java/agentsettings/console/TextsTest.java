package agentsettings.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the console: each language has all that the views use, and no other. */
final class TextsTest {

    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}\"([\\w.-]+)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\",$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    /** As in t("agents.title"), or with "agents.title" in a list of columns or the like. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[\\w-]+)+)\"");

    /** As in t(`status.${status}`). */
    private static final Pattern BEGINNING = Pattern.compile("`([a-zA-Z]+\\.(?:[\\w-]+\\.)*)\\$\\{");

    /** As in columnChoice("agents", COLUMNS, "agents.column", …), which adds the name of a column. */
    private static final Pattern PREFIX = Pattern.compile("\"([a-zA-Z]+\\.column)\"");

    @Test
    void everyLanguageHasTheSameTexts() throws IOException {
        assertThat(keys("zh")).isEqualTo(keys("en"));
    }

    @Test
    void everyTextThatIsUsedIsThereAndNoOther() throws IOException {
        String sources = sources();
        Set<String> keys = keys("en");
        Set<String> literal = matches(LITERAL, sources);
        List<String> beginnings = new ArrayList<>(matches(BEGINNING, sources));
        matches(PREFIX, sources).forEach(prefix -> beginnings.add(prefix + "."));

        Set<String> unused = new TreeSet<>(keys);
        unused.removeIf(key -> literal.contains(key) || beginnings.stream().anyMatch(key::startsWith));
        assertThat(unused).as("texts that nothing uses").isEmpty();

        Set<String> missing = matches(Pattern.compile("\\btn?\\(\\s*\"([\\w.-]+)\""), sources);
        missing.removeAll(keys);
        assertThat(missing).as("texts that are used and missing").isEmpty();
        assertThat(beginnings)
                .allSatisfy(beginning -> assertThat(keys).as(beginning).anyMatch(key -> key.startsWith(beginning)));
    }

    @Test
    void aTranslationHasThePlaceholdersOfTheText() throws IOException {
        Map<String, String> english = texts("en");
        texts("zh")
                .forEach((key, text) -> assertThat(matches(PLACEHOLDER, text))
                        .as(key)
                        .isEqualTo(matches(PLACEHOLDER, english.get(key))));
    }

    /** Without the forms of a text about a count, of which languages have different ones. */
    private static Set<String> keys(String language) throws IOException {
        return texts(language).keySet().stream()
                .map(key -> key.replaceFirst("\\.(one|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        String file = Files.readString(CONSOLE.resolve("texts/" + language + ".js"));
        ENTRY.matcher(file).results().forEach(entry -> texts.put(entry.group(1), entry.group(2)));
        assertThat(texts).hasSize((int) file.lines().count() - 2);
        return texts;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".js") && !file.toString().contains("texts")) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }
}
