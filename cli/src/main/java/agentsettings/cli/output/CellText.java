package agentsettings.cli.output;

import agentsettings.client.management.json.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a value, for people and for programs. Stateless. */
final class CellText {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final String NOT_SET = "-";
    private static final String EMPTY = "none";

    /** Returns the value for people. */
    static String of(Object value) {
        return switch (value) {
            case null -> NOT_SET;
            case Optional<?> optional -> of(optional.orElse(null));
            case List<?> list when list.isEmpty() -> EMPTY;
            case List<?> list -> list.stream().map(CellText::of).collect(Collectors.joining(", "));
            case Boolean isTrue -> isTrue ? "yes" : "no";
            case Instant time -> time.toString();
            default -> {
                String text = plain(value);
                yield text.isEmpty() ? EMPTY : text;
            }
        };
    }

    /** Returns a value that is no list as programs read it. */
    static String plain(Object value) {
        return switch (value) {
            case Instant time -> MILLISECONDS.format(time);
            case Enum<?> constant -> Json.nameOf(constant);
            default -> value.toString();
        };
    }

    /** Returns the text without what would move the cursor of a terminal or change its state. */
    static String printable(String text) {
        return text.codePoints().anyMatch(CellText::isControl)
                ? text.codePoints()
                        .map(c -> isControl(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
    }

    /** Returns how many columns of a terminal the text takes: two for each wide character of East Asia. */
    static int width(String text) {
        return text.codePoints().map(CellText::width).sum();
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean fullWidth = c >= 0xFF01 && c <= 0xFF60;
        return fullWidth || isWide(Character.UnicodeScript.of(c)) ? 2 : 1;
    }

    private static boolean isWide(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> false;
        };
    }

    private CellText() {}
}
