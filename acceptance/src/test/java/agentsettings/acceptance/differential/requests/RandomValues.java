package agentsettings.acceptance.differential.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes JSON values: good ones, those just inside and outside a rule, and those of the wrong type. Each character stands for one byte. */
final class RandomValues {

    private static final int NUMBERS_MAX = 5;
    private static final String DIALABLE = "0123456789*#";
    private static final List<String> NUMBERS =
            List.of("1", "+1", "0", "000", "*#", "123456789012345", "+12345678901234", "***************");

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    static String string(String text) {
        return Request.isSymbol(text)
                ? "\"" + text + "\""
                : "\"" + bytesOf(text.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    String callType() {
        return "\"" + random.nextInt(3) + "\"";
    }

    String number() {
        return "\"" + digits() + "\"";
    }

    /** Returns an array, or sometimes the same as one string with commas. */
    String numbers() {
        int count = random.nextInt(NUMBERS_MAX + 1);
        return random.nextInt(5) == 0
                ? IntStream.range(0, count).mapToObj(i -> digits()).collect(Collectors.joining(",", "\"", "\""))
                : IntStream.range(0, count).mapToObj(i -> number()).collect(Collectors.joining(",", "[", "]"));
    }

    String name() {
        return text("name", pick(OddValues.TEXTS).replaceAll("[\\p{Cc}\\p{Cs}]", ""));
    }

    /** Returns an id at the edges of what is one. */
    String oddId() {
        return anyForm(pick(OddValues.IDS));
    }

    /** Returns a value that few fields accept. */
    String odd() {
        return switch (random.nextInt(6)) {
            case 0 -> pick(OddValues.OTHER_TYPES);
            case 1 -> anyForm(pick(OddValues.NO_NUMBERS));
            case 2 -> "[" + number() + "," + anyForm(pick(OddValues.NO_NUMBERS)) + "]";
            case 3 -> "[" + "\"1\",".repeat(random.nextInt(NUMBERS_MAX - 1, NUMBERS_MAX + 3)) + "\"1\"]";
            case 4 -> anyForm(lengthy());
            default -> oddText();
        };
    }

    String oddText() {
        return anyForm(pick(OddValues.TEXTS));
    }

    /** Returns a user id that differs from this one in what an engine may overlook. */
    String almost(String userId) {
        String other = switch (random.nextInt(6)) {
            case 0 -> userId.toUpperCase(Locale.ROOT);
            case 1 -> userId.substring(0, userId.length() - 1);
            case 2 -> userId + pick(OddValues.TEXTS);
            case 3 -> pick(OddValues.TEXTS) + userId;
            case 4 -> Normalizer.normalize(userId, Form.NFD);
            default -> userId.replaceFirst("-.*", "-%");
        };
        return anyForm(Request.isSymbol(userId) ? userId + pick(List.of("0", " ", "\0", "")) : other);
    }

    private String lengthy() {
        int limit = pick(List.of(15, 32, 64, 64, 540, 2500));
        return pick(List.of("7", "x", "\u00e9", "\ud83d\ude00", "\0")).repeat(limit + random.nextInt(-1, 2));
    }

    /** A good text that both ends of a round trip must tell alike. */
    private String text(String start, String end) {
        return anyForm(random.nextBoolean() ? start + end : end + start);
    }

    /** As it is, or with every character escaped, which is the only way to write a lone surrogate. */
    private String anyForm(String text) {
        boolean encodable = UTF_8.newEncoder().canEncode(text);
        return Request.isSymbol(text) || (encodable && random.nextInt(4) != 0) ? string(text) : escaped(text);
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }

    private String digits() {
        if (random.nextInt(4) == 0) {
            return pick(NUMBERS);
        }
        return random.ints(random.nextInt(1, 16), 0, DIALABLE.length())
                .mapToObj(i -> DIALABLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
