package agentsettings.acceptance.corpus;

import agentsettings.acceptance.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites expected responses in the corpus' own files from what the server says, on demand only. Placeholders that still match
 * stay, values of variables become placeholders. For one thread.
 */
final class CorpusRefresh {
    static final String COMMAND = "./check -pl acceptance -am -Dtest=CorpusTest -Dcorpus.refresh=true";

    private static final Pattern PAIR = Pattern.compile("\"(\\w+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What is to be rewritten. */
    enum Mode {
        NOTHING,
        /** Answers that differ. */
        DIFFERENCES,
        /** Answers that differ, and free sentences, which become literal. */
        SENTENCES;

        static Mode of(String property) {
            return switch (property) {
                case "false" -> NOTHING;
                case "true" -> DIFFERENCES;
                case "sentences" -> SENTENCES;
                default -> throw new IllegalArgumentException("corpus.refresh is true or sentences, not " + property);
            };
        }
    }

    private record Rewriting(ExpectedResponse old, ExpectedResponse fresh) {}

    private final Mode mode;
    private final Map<Path, List<Rewriting>> rewritings = new TreeMap<>();

    CorpusRefresh(Mode mode) {
        this.mode = mode;
    }

    boolean wants(Step step, RawResponse actual, Variables variables) {
        return switch (mode) {
            case NOTHING -> false;
            case DIFFERENCES ->
                !new ResponseCheck(variables.copy())
                        .differences(step.response(), actual)
                        .isEmpty();
            case SENTENCES -> true;
        };
    }

    /** Notes what is to be written, and lets the placeholders that stay take their values. */
    void rewrite(Path file, ExpectedResponse old, RawResponse actual, Variables variables) {
        Map<String, String> headers = new LinkedHashMap<>();
        old.headers().forEach((name, value) -> {
            String now = actual.headers().getOrDefault(name, "");
            headers.put(name, matches(value, now, variables) ? value : now);
        });
        String body = body(old.body(), actual.text(), variables);
        ExpectedResponse fresh = new ExpectedResponse(actual.status(), headers, body, old.firstLine(), old.endLine());
        rewritings.computeIfAbsent(file, _ -> new ArrayList<>()).add(new Rewriting(old, fresh));
        new Template(body, variables).matches(actual.body());
    }

    private String body(String old, String actual, Variables variables) {
        Map<String, String> templates = new LinkedHashMap<>();
        PAIR.matcher(old).results().forEach(pair -> templates.put(pair.group(1), pair.group(2)));
        return PAIR.matcher(actual).replaceAll(pair -> {
            String value = pair.group(2);
            String template = templates.getOrDefault(pair.group(1), value);
            String text = keeps(template, value, variables)
                    ? template
                    : variables.nameOf(value).map(name -> "{" + name + "}").orElse(value);
            return Matcher.quoteReplacement("\"" + pair.group(1) + "\":\"" + text + "\"");
        });
    }

    private boolean keeps(String template, String actual, Variables variables) {
        boolean madeLiteral = mode == Mode.SENTENCES && template.contains("{" + Template.FREE + "}");
        return !madeLiteral && matches(template, actual, variables);
    }

    private static boolean matches(String template, String actual, Variables variables) {
        return new Template(template, variables.copy()).matches(Variables.raw(actual));
    }

    /** Writes what was noted, from the end of each file to its beginning, so that line numbers stay right. */
    void write() throws IOException {
        for (Map.Entry<Path, List<Rewriting>> entry : rewritings.entrySet()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(entry.getKey()));
            entry.getValue().stream()
                    .sorted(Comparator.comparingInt(
                                    (Rewriting each) -> each.old().firstLine())
                            .reversed())
                    .forEach(each -> replace(lines, each));
            Files.writeString(entry.getKey(), String.join("\n", lines) + "\n");
        }
    }

    private static void replace(List<String> lines, Rewriting rewriting) {
        List<String> old =
                lines.subList(rewriting.old().firstLine(), rewriting.old().endLine());
        old.clear();
        old.addAll(rewriting.fresh().lines());
    }
}
