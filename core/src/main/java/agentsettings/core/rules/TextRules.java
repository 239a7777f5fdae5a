package agentsettings.core.rules;

import java.util.function.IntPredicate;

/** Rules for text, shared by several fields. Lengths and positions are in Unicode code points. Stateless. */
final class TextRules {

    private static final int IDENTIFIER_LENGTH_MAX = 64;

    static String required(Field field, String text) {
        if (text == null) {
            throw new RuleViolation(field, new Rule.Required());
        }
        return text;
    }

    static String length(Field field, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw new RuleViolation(field, new Rule.Length(length, min, max));
        }
        return text;
    }

    static String characters(Field field, String text, IntPredicate allowed, String description) {
        int index = 0;
        for (int i = 0; i < text.length(); index++) {
            int c = text.codePointAt(i);
            if (!allowed.test(c)) {
                throw new RuleViolation(field, new Rule.Alphabet(index, description));
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /** Checks an identifier that another system assigned: 1 to 64 printable characters, no white space. */
    static String identifier(Field field, String text) {
        length(field, text, 1, IDENTIFIER_LENGTH_MAX);
        return characters(field, text, TextRules::isPrintable, "printable characters, no white space");
    }

    /**
     * Whether the code point has a visible glyph: no white space, control, format, private-use, unassigned or surrogate
     * character.
     */
    static boolean isPrintable(int c) {
        if (c < 0x7F) {
            return c > ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether the code point is printable or the ASCII space. */
    static boolean isOneLine(int c) {
        return c == ' ' || isPrintable(c);
    }

    private TextRules() {}
}
