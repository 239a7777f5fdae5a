package agentsettings.core.rules;

/**
 * Thrown when a request breaks a rule. It has no stack trace, because the error is the client's. {@code wire} turns it
 * into a response.
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

    /** Whether the rule is broken by one element of a list, not by the whole field. */
    public boolean isAboutElement() {
        return element != WHOLE_FIELD;
    }

    /** Returns the index of the element that breaks the rule, counted from 0. */
    public int element() {
        return element;
    }

    public Rule rule() {
        return rule;
    }
}
