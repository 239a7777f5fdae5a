package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents match the project: their links lead to files and headings that exist, their lists are complete. */
final class DocumentsTest {

    private static final Path PACKAGES = Path.of("src/test/java/agentsettings/acceptance");

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
    void thePageOfAcceptanceNamesEveryPackage() throws IOException {
        String page = String.join("\n", MarkdownPage.of("acceptance/README.md").prose());
        try (Stream<Path> packages = Files.list(PACKAGES)) {
            assertThat(packages.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(page).contains("`…/acceptance/" + folder.getFileName() + "/`"));
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
}
