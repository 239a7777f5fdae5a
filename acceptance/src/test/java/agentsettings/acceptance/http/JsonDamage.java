package agentsettings.acceptance.http;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes bodies that are almost the JSON which the server takes. Each character stands for one byte. */
final class JsonDamage {

    private static final List<String> NAMES = List.of(
            "userId",
            "id",
            "callType",
            "callerPresent",
            "callNumber",
            "callNumberDefault",
            "callerPresentDefault",
            "app_key",
            "userAccount",
            "unknown",
            "",
            "\\u0075serId",
            "userid",
            "constructor");
    private static final List<String> SOUND = List.of(
            "\"10gg000000demoUser01\"",
            "\"1\"",
            "[\"12323\",\"233\"]",
            "\"12323,233\"",
            "[]",
            "\"\"",
            "null",
            "\"+49\"");
    private static final List<String> WRONG_TYPES =
            List.of("1", "true", "false", "{}", "[[]]", "[1]", "[null]", "{\"a\":[1]}", "[\"1\",[\"2\"]]", "-0.5");
    private static final List<String> NUMBERS = List.of(
            "1e999999999",
            "-1e-999999999",
            "0123",
            "1e",
            ".5",
            "5.",
            "+1",
            "--1",
            "NaN",
            "Infinity",
            "0x10",
            "1_0",
            "99999999999999999999999999999999");
    private static final List<String> ESCAPES = List.of(
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u{1F600}\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\\"",
            "\"\\",
            "\"\\u0000\"",
            "\"\\u000a\"",
            "\"\\U0041\"",
            "\"\\ud800x\"");
    private static final List<String> RAW = List.of(
            "\"\0\"",
            "\"\n\"",
            "\"\t\"",
            "\"\u001f\"",
            "\"\u007f\"",
            "\"\u00ff\"",
            "\"\u00c0\u0080\"",
            "\"\u00ed\u00a0\u0080\"",
            "\"\u00f4\u0090\u0080\u0080\"",
            "\"\u00e2\u0082\"",
            "\"\u00e2\u0080\u00a8\"",
            "''",
            "\"",
            "undefined");

    private final RandomGenerator random;

    JsonDamage(RandomGenerator random) {
        this.random = random;
    }

    String body() {
        String object = object();
        return switch (random.nextInt(12)) {
            case 0 -> object.replace(":", "");
            case 1 -> object.replace("}", ",}");
            case 2 -> object + (random.nextBoolean() ? object : "x");
            case 3 -> "\u00ef\u00bb\u00bf" + object;
            case 4 -> "[" + object + "]";
            case 5 -> object.replace("", "\0");
            case 6 -> "/* */" + object;
            case 7 -> object.substring(0, random.nextInt(object.length()));
            case 8 -> pick(List.of("", " ", "null", "\"x\"", "1", "{", "}", "{\"", "[", "{}", "\r\n", "\0"));
            default -> object;
        };
    }

    /** Up to seven fields with values sound or not; with fourteen names the same often comes twice. */
    private String object() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> "\"" + pick(NAMES) + "\":" + value())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> pick(WRONG_TYPES);
            case 1 -> pick(NUMBERS);
            case 2 -> pick(ESCAPES);
            case 3 -> pick(RAW);
            case 4 -> nested();
            case 5 -> lengthy();
            default -> pick(SOUND);
        };
    }

    private String nested() {
        int depth = random.nextInt(random.nextBoolean() ? 40 : 4000);
        boolean arrays = random.nextBoolean();
        String closed = (arrays ? "]" : "}").repeat(random.nextInt(4) == 0 ? random.nextInt(depth + 1) : depth);
        return (arrays ? "[" : "{\"a\":").repeat(depth) + (arrays ? "" : "1") + closed;
    }

    private String lengthy() {
        int length = random.nextInt(random.nextBoolean() ? 300 : 20_000);
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + "7".repeat(length) + "\"";
            case 1 -> "9".repeat(length + 1);
            default -> "[" + "\"1\",".repeat(length / 4) + "\"1\"]";
        };
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
