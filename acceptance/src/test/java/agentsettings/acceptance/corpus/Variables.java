package agentsettings.acceptance.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of placeholders: given for this server, or taken from a response earlier in the scenario. */
final class Variables {
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+) x ([^{}]+)}");
    private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z0-9]*(?::[a-z][A-Za-z0-9]*)?)}");
    private static final Pattern FILLING = Pattern.compile("\\{fill (\\d+)}");
    private static final Pattern RAW_BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private final Map<String, String> values;

    Variables(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    Variables copy() {
        return new Variables(values);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the name of the variable that has this value, if any has. */
    Optional<String> nameOf(String value) {
        return values.entrySet().stream()
                .filter(entry -> !value.isEmpty() && entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the bytes that a text of the corpus stands for. */
    byte[] bytes(String text) {
        String resolved = REPETITION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
        resolved = NAME.matcher(resolved).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
        return raw(filled(resolved));
    }

    String value(String name) {
        return get(name)
                .orElseThrow(() -> new AssertionError("{" + name + "} has no value: there is no such variable, or the"
                        + " earlier step that takes it from an answer failed"));
    }

    private static String filled(String text) {
        Matcher filling = FILLING.matcher(text);
        if (!filling.find()) {
            return text;
        }
        int missing = Integer.parseInt(filling.group(1)) - raw(filling.replaceFirst("")).length;
        return filling.replaceFirst("a".repeat(missing));
    }

    /** Returns a text in UTF-8, with each {@code \xHH} as the one byte it names. */
    static byte[] raw(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = RAW_BYTE.matcher(text);
        int copied = 0;
        while (escape.find()) {
            bytes.writeBytes(text.substring(copied, escape.start()).getBytes(UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), 16));
            copied = escape.end();
        }
        bytes.writeBytes(text.substring(copied).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    static Pattern namePattern() {
        return NAME;
    }
}
