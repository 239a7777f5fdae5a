package agentsettings.core.rules;

import agentsettings.core.numbers.NumberKind;
import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Validates drafts of allotted numbers; throws a {@link RuleViolation} for the first rule that is broken. The order of checks is
 * number, kinds, description. Stateless.
 */
public final class NumberRules {

    private static final int DESCRIPTION_MAX = 256;

    /** Every rule that the values break, in the order of checks. Values that are null are not checked. */
    public static List<RuleViolation> violations(NumberDraft draft) {
        Violations found = new Violations();
        if (draft.number() != null) {
            found.check(() -> number(draft.number()));
        }
        if (draft.kinds() != null) {
            found.check(() -> requireCount(draft.kinds()));
            for (int i = 0; i < draft.kinds().size(); i++) {
                int element = i;
                if (draft.kinds().get(i) != null) {
                    found.check(() -> kind(element, draft.kinds().get(element)));
                }
            }
        }
        if (draft.description() != null) {
            found.check(() -> description(draft.description()));
        }
        return found.list();
    }

    /** The number that the text is; it is required. */
    public static PhoneNumber number(String text) {
        String present = TextRules.required(Field.NUMBER, text);
        if (present.isEmpty()) {
            throw new RuleViolation(Field.NUMBER, new Rule.Length(0, 1, PhoneNumber.LENGTH_MAX));
        }
        return SettingsRules.number(Field.NUMBER, RuleViolation.WHOLE_FIELD, present);
    }

    /** The kinds with these names; null if there are no names. */
    public static Set<NumberKind> kinds(List<String> names) {
        if (names == null) {
            return null;
        }
        requireCount(names);
        List<NumberKind> kinds = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            kinds.add(kind(i, names.get(i)));
        }
        return NumberKind.setOf(kinds);
    }

    private static void requireCount(List<String> names) {
        if (names.isEmpty() || names.size() > NumberKind.values().length) {
            throw new RuleViolation(Field.KINDS, new Rule.OneOf("display, softphone or both"));
        }
    }

    private static NumberKind kind(int element, String name) {
        for (NumberKind kind : NumberKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new RuleViolation(Field.KINDS, element, new Rule.OneOf("display or softphone"));
    }

    /** The description that the text is; null if there is no text. */
    public static String description(String text) {
        if (text != null) {
            TextRules.length(Field.DESCRIPTION, text, 0, DESCRIPTION_MAX);
            TextRules.characters(Field.DESCRIPTION, text, TextRules::isOneLine, "printable characters and spaces");
        }
        return text;
    }

    private NumberRules() {}
}
