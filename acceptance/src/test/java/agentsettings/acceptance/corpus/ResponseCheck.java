package agentsettings.acceptance.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a response with what the corpus expects, and tells a difference with everything needed to judge it. */
final class ResponseCheck {
    /** What every response must say of itself, unless its step expects otherwise. */
    private static final Map<String, String> EVERY_RESPONSE =
            Map.of("content-type", "application/json;charset=UTF-8", "connection", "keep-alive");

    private static final int SHOWN_CHARACTERS_MAX = 4000;

    private final Variables variables;

    ResponseCheck(Variables variables) {
        this.variables = variables;
    }

    void check(ExpectedResponse expected, RawResponse actual, String name, byte[] request) {
        List<String> differences = differences(expected, actual);
        if (!differences.isEmpty()) {
            throw new AssertionError("%s: %s\n\nrequest:\n%s\n\nexpected:\n%s\n\nactual:\n%s\n\n%s"
                    .formatted(
                            name,
                            String.join("; ", differences),
                            shortened(new String(request, UTF_8).replace("\r\n", "\n")),
                            String.join("\n", expected.lines()),
                            shown(actual),
                            "When the new answer is right, refresh the corpus and review it with git diff:\n"
                                    + CorpusRefresh.COMMAND));
        }
    }

    List<String> differences(ExpectedResponse expected, RawResponse actual) {
        List<String> differences = new ArrayList<>();
        if (actual.status() != expected.status()) {
            differences.add("the status differs");
        }
        Map<String, String> headers = new HashMap<>(EVERY_RESPONSE);
        headers.putAll(expected.headers());
        headers.forEach((name, value) -> {
            if (!new Template(value, variables)
                    .matches(actual.headers().getOrDefault(name, "").getBytes(UTF_8))) {
                differences.add("the header " + name + " differs");
            }
        });
        if (!new Template(expected.body(), variables).matches(actual.body())) {
            differences.add("the body differs");
        }
        return differences;
    }

    private static String shown(RawResponse response) {
        StringBuilder shown = new StringBuilder("HTTP/1.1 " + response.status() + "\n");
        response.headers().forEach((name, value) -> shown.append(name + ": " + value + "\n"));
        return shortened(shown.append("\n").append(response.text()).toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS_MAX
                ? text
                : text.substring(0, SHOWN_CHARACTERS_MAX) + "… (" + text.length() + " characters)";
    }
}
