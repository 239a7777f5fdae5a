package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents match the project: what they link to and name exists, their lists are complete, their lines are short. */
final class DocumentsTest {

    private static final int LINE_MAX = 120;
    private static final String GENERATED = "bench/results/";
    private static final Path PACKAGES = Path.of("src/test/java/agentsettings/acceptance");

    /** Pages whose code spans that look like a type are types of ours. */
    private static final List<String> PAGES_THAT_NAME_TYPES =
            List.of("ARCHITECTURE.md", "CONTRIBUTING.md", "RATIONALE.md");

    /** A type, perhaps after a part of its package and before a member. */
    private static final Pattern TYPE = Pattern.compile("@?((?:[a-z]+\\.)*)([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?");

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        List<MarkdownPage> pages = MarkdownPage.all();
        assertThat(pages).extracting(MarkdownPage::name).contains("README.md", "docs/operations.md");
        List<String> broken = new ArrayList<>();
        for (MarkdownPage page : pages) {
            for (String link : page.links()) {
                if (!resolves(page, URI.create(link))) {
                    broken.add(page.name() + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTypeNamedExists() throws IOException {
        Set<String> types = typesWithTheirPackages();
        List<String> missing = new ArrayList<>();
        for (String name : PAGES_THAT_NAME_TYPES) {
            for (String code : MarkdownPage.of(name).code()) {
                Matcher type = TYPE.matcher(code);
                if (type.matches()
                        && types.stream()
                                .noneMatch(known -> ("." + known).endsWith("." + type.group(1) + type.group(2)))) {
                    missing.add(name + ": " + code);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void linesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            if (page.name().startsWith(GENERATED)) {
                continue;
            }
            page.prose().stream()
                    .filter(line -> line.length() > LINE_MAX && !line.startsWith("|") && !line.startsWith("    "))
                    .forEach(line -> tooLong.add(page.name() + ": " + line));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void thePageOfAcceptanceNamesEveryPackage() throws IOException {
        List<String> code = MarkdownPage.of("acceptance/README.md").code();
        try (Stream<Path> packages = Files.list(PACKAGES)) {
            assertThat(packages.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(code).contains("…/acceptance/" + folder.getFileName() + "/"));
        }
    }

    private static boolean resolves(MarkdownPage page, URI link) throws IOException {
        if (link.isAbsolute()) {
            return true;
        }
        Path target = link.getPath().isEmpty()
                ? page.path()
                : page.path().resolveSibling(link.getPath()).normalize();
        if (link.getFragment() == null) {
            return Files.exists(target);
        }
        return Files.isRegularFile(target)
                && MarkdownPage.of(target.toString()).anchors().contains(link.getFragment());
    }

    /** Every type of the sources, nested ones too, each as package and simple name. */
    private static Set<String> typesWithTheirPackages() throws IOException {
        Set<String> types = new HashSet<>();
        for (Path source : ProjectFiles.ending(".java")) {
            String text = Files.readString(source);
            Matcher packageName = Pattern.compile("(?m)^package ([\\w.]+);").matcher(text);
            if (packageName.find()) {
                DECLARATION
                        .matcher(text)
                        .results()
                        .forEach(declaration -> types.add(packageName.group(1) + "." + declaration.group(1)));
            }
        }
        return types;
    }
}
