package agentsettings.core.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule that a draft breaks, as expected by the tests, and the simple checks that find it.
 *
 * @param element the index in a list, -1 for the whole field
 */
record Broken(Field field, int element, Class<? extends Rule> rule) {

    private static final int WHOLE = -1;

    /** Returns the violation that the rules throw for the draft, if any. */
    static Optional<Broken> byProduct(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (RuleViolation violation) {
            Rule rule = violation.rule();
            return Optional.of(new Broken(violation.field(), violation.element(), rule.getClass()));
        }
    }

    static Optional<Broken> whole(Field field, Class<? extends Rule> rule) {
        return Optional.of(new Broken(field, WHOLE, rule));
    }

    /** Checks the length first, then each character. */
    static Optional<Broken> byText(Field field, String text, int min, int max, String character) {
        return byText(field, WHOLE, text, min, max, character);
    }

    static Optional<Broken> byText(Field field, int element, String text, int min, int max, String character) {
        long length = text.codePoints().count();
        if (length < min || length > max) {
            return Optional.of(new Broken(field, element, Rule.Length.class));
        }
        Pattern allowed = Pattern.compile(character);
        boolean clean = text.codePoints()
                .mapToObj(Character::toString)
                .allMatch(each -> allowed.matcher(each).matches());
        return clean ? Optional.empty() : Optional.of(new Broken(field, element, Rule.Alphabet.class));
    }
}
