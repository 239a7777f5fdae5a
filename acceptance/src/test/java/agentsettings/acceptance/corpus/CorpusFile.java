package agentsettings.acceptance.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the scenarios of one corpus file; a line that it can't place is refused with its number. */
final class CorpusFile {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "corpus");
    private static final Pattern GIVEN = Pattern.compile("Given (\\{\\w+}) has no settings\\.");
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final String SCENARIO = "## ";
    private static final String STEP = "### ";

    private final Path file;
    private final List<String> lines;
    private int next;

    private CorpusFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The whole corpus. */
    static List<Scenario> readAll() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    static List<Scenario> read(Path file) {
        try {
            return new CorpusFile(file, Files.readAllLines(file)).scenarios();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        linesUntil(line -> line.startsWith(SCENARIO));
        while (next < lines.size()) {
            scenarios.add(scenario());
        }
        return scenarios;
    }

    private Scenario scenario() {
        String title = lines.get(next++).substring(SCENARIO.length());
        List<String> users = new ArrayList<>();
        for (String line : linesUntil(CorpusFile::isHeading)) {
            Matcher given = GIVEN.matcher(line);
            if (given.matches()) {
                users.add(given.group(1));
            } else if (line.startsWith("Given ")) {
                throw fault("not a sentence that the runner knows: " + line);
            }
        }
        List<Step> steps = new ArrayList<>();
        while (next < lines.size() && lines.get(next).startsWith(STEP)) {
            steps.add(step());
        }
        if (steps.isEmpty()) {
            throw fault("no step in scenario " + title);
        }
        return new Scenario(file, title, users, steps);
    }

    private Step step() {
        String title = lines.get(next++).substring(STEP.length());
        linesUntil(line -> !line.isBlank());
        return new Step(title, request(), response());
    }

    private Step.Request request() {
        List<String> head = linesUntil(String::isBlank);
        List<String> body = linesUntil(line -> STATUS_LINE.matcher(line).matches() || isHeading(line));
        return new Step.Request(head.getFirst(), head.subList(1, head.size()), text(body));
    }

    private ExpectedResponse response() {
        Matcher status = STATUS_LINE.matcher(next < lines.size() ? lines.get(next) : "");
        if (!status.matches()) {
            throw fault("a request without an answer, which begins with HTTP/1.1 and a status");
        }
        int first = next++;
        Map<String, String> headers = headers(linesUntil(line -> line.isBlank() || isHeading(line)));
        String body = text(linesUntil(CorpusFile::isHeading));
        int end = next;
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        return new ExpectedResponse(Integer.parseInt(status.group(1)), headers, body, first, end);
    }

    private Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            if (parts.length < 2) {
                throw fault("not a header: " + line);
            }
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return headers;
    }

    private List<String> linesUntil(Predicate<String> end) {
        int first = next;
        while (next < lines.size() && !end.test(lines.get(next))) {
            next++;
        }
        return lines.subList(first, next);
    }

    private static String text(List<String> body) {
        return String.join("\n", body).strip();
    }

    private static boolean isHeading(String line) {
        return line.startsWith(SCENARIO) || line.startsWith(STEP);
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(file.getFileName() + ", line " + next + ": " + what);
    }
}
