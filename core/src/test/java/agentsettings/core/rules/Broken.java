package agentsettings.core.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule that a draft breaks, as the tests see it; and the naive ways of finding it that their statements of the rules
 * share.
 *
 * @param element the index in a list, -1 when it is about the field as a whole
 */
record Broken(Field field, int element, Class<? extends Rule> rule) {

    private static final int WHOLE = -1;

    /** What the product says of the draft: the violation it throws, empty when it throws none. */
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

    /** Length first, then each character on its own. */
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
