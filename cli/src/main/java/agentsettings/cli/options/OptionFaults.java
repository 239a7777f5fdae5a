package agentsettings.cli.options;

import agentsettings.core.rules.Field;
import agentsettings.core.rules.RuleViolation;
import java.util.List;
import java.util.Locale;

/** Says what is wrong with the value of an option. Stateless. */
public final class OptionFaults {

    /** Returns the name of the option that has a field's value. */
    public static String optionOf(Field field) {
        return "--" + nameOf(field);
    }

    /** Returns the name of the field in options. */
    public static String nameOf(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what is wrong, on one line. */
    public static String line(RuleViolation violation) {
        return optionOf(violation.field()) + ": "
                + (violation.isAboutElement() ? ofElement(violation.element()) : "")
                + violation.getMessage();
    }

    /**
     * Returns which element of a list a fault is about, to follow the option's name and a colon.
     *
     * @param index counted from 0
     */
    public static String ofElement(int index) {
        return "number " + (index + 1) + ": ";
    }

    /** Requires that there are none. */
    public static void require(List<RuleViolation> violations) {
        if (!violations.isEmpty()) {
            throw CommandFailure.ofUsage(
                    violations.stream().map(OptionFaults::line).toList());
        }
    }

    private OptionFaults() {}
}
