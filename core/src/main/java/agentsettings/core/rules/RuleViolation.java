package agentsettings.core.rules;

/**
 * A request breaks a rule. Thrown where the rule is checked and turned into an answer in one place; it carries no stack trace,
 * since a caller's mistake is no fault of ours.
 */
public final class RuleViolation extends RuntimeException {

    static final int WHOLE_FIELD = -1;

    private static final long serialVersionUID = 1L;

    private final Field field;
    private final int element;
    private final transient Rule rule;

    RuleViolation(Field field, Rule rule) {
        this(field, WHOLE_FIELD, rule);
    }

    RuleViolation(Field field, int element, Rule rule) {
        super(rule.description(), null, false, false);
        this.field = field;
        this.element = element;
        this.rule = rule;
    }

    public Field field() {
        return field;
    }

    /** Whether one element of a list breaks the rule, and not the field as a whole. */
    public boolean isAboutElement() {
        return element != WHOLE_FIELD;
    }

    /** The index of the element that breaks the rule, counted from 0. */
    public int element() {
        return element;
    }

    public Rule rule() {
        return rule;
    }
}
