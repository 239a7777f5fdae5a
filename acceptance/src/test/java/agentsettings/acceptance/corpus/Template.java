package agentsettings.acceptance.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an expected response: literal but for its placeholders. A placeholder that has a value stands for it; one that has
 * none takes the value it meets, except {@code {text}}, which is free each time.
 */
final class Template {
    static final String FREE = "text";

    private static final Map<String, String> FORMS = Map.of(
            "id",
            "\\d{19}",
            "digits",
            "\\d+",
            "time",
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
            "token",
            "[0-9A-Za-z._~+/=-]+",
            "scope",
            "[0-9A-Za-z]{32}",
            FREE,
            "(?:[^\"\\\\]|\\\\.)*");

    private final String text;
    private final Variables variables;
    private final List<String> taken = new ArrayList<>();

    Template(String text, Variables variables) {
        this.text = text;
        this.variables = variables;
    }

    /** Compares byte by byte; when they match, the variables hold what the placeholders took. */
    boolean matches(byte[] actual) {
        taken.clear();
        Matcher matcher = Pattern.compile(regex(), Pattern.DOTALL).matcher(new String(actual, ISO_8859_1));
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < taken.size(); i++) {
            variables.put(taken.get(i), matcher.group(i + 1));
        }
        return true;
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        Matcher placeholder = Variables.namePattern().matcher(text);
        int copied = 0;
        while (placeholder.find()) {
            regex.append(literal(text.substring(copied, placeholder.start())));
            regex.append(regex(placeholder.group(1)));
            copied = placeholder.end();
        }
        return regex.append(literal(text.substring(copied))).toString();
    }

    private String regex(String name) {
        if (variables.get(name).isPresent()) {
            return literal(variables.get(name).get());
        }
        String form = FORMS.get(name.replaceFirst(":.*", ""));
        if (form == null) {
            throw new AssertionError("{" + name + "} is neither a variable nor one of " + FORMS.keySet());
        }
        if (name.equals(FREE)) {
            return form;
        }
        if (taken.contains(name)) {
            return "\\" + (taken.indexOf(name) + 1) + "(?:)";
        }
        taken.add(name);
        return "(" + form + ")";
    }

    private String literal(String part) {
        return Pattern.quote(new String(variables.bytes(part), ISO_8859_1));
    }
}
