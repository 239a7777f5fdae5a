package agentsettings.core.apps;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What may be wrong with the text of a component, as sentences without the text itself. Stateless. */
public final class Faults {

    /** Throws an IllegalArgumentException with the component's name and the fault, if there is one. */
    static void require(String component, Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw new IllegalArgumentException(component + ": " + sentence);
        });
    }

    /** Why this cannot be a name: its length in code points, or a character that is not for one line of text. */
    static Optional<String> name(String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            return Optional.of("must be " + min + " to " + max + " characters, got " + length + ".");
        }
        int[] characters = text.codePoints().toArray();
        return IntStream.range(0, length)
                .filter(index -> !isOneLine(characters[index]))
                .boxed()
                .findFirst()
                .map(index -> "must be one line of text; character " + (index + 1) + " is not allowed.");
    }

    /** Whether this code point may stand in one line of text. */
    public static boolean isOneLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The position, counted from 1, of the first character that is not allowed. */
    static Optional<Integer> firstOther(String text, IntPredicate allowed) {
        return IntStream.rangeClosed(1, text.length())
                .filter(position -> !allowed.test(text.charAt(position - 1)))
                .boxed()
                .findFirst();
    }

    private Faults() {}
}
