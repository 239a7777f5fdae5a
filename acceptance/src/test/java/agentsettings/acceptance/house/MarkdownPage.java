package agentsettings.acceptance.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One of the project's own Markdown files.
 *
 * @param prose its lines outside fenced code blocks
 */
record MarkdownPage(Path path, List<String> prose) {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    static List<MarkdownPage> all() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>();
        for (Path path : ProjectFiles.ending(".md")) {
            pages.add(read(path));
        }
        return pages;
    }

    static MarkdownPage of(String name) throws IOException {
        return read(ProjectFiles.ROOT.resolve(name));
    }

    private static MarkdownPage read(Path path) throws IOException {
        List<String> prose = new ArrayList<>();
        boolean inCode = false;
        for (String line : Files.readAllLines(path)) {
            boolean fence = line.startsWith("```");
            if (!inCode && !fence) {
                prose.add(line);
            }
            inCode ^= fence;
        }
        return new MarkdownPage(path, prose);
    }

    /** Its path from the root of the project. */
    String name() {
        return ProjectFiles.ROOT.relativize(path).toString();
    }

    /** The targets of its links and images, as written. */
    List<String> links() {
        return prose.stream()
                .map(line -> CODE.matcher(line).replaceAll(""))
                .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
                .toList();
    }

    /** What stands between backticks. */
    List<String> code() {
        return CODE.matcher(String.join(" ", prose))
                .results()
                .map(span -> span.group(1))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them: repeated ones are numbered. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        for (String line : prose) {
            HEADING.matcher(line).results().map(MarkdownPage::anchor).forEach(anchor -> {
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
        }
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        String text = LINK.matcher(heading.group(1).strip()).replaceAll("]");
        return NOT_IN_ANCHORS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }
}
