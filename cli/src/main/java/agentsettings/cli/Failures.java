package agentsettings.cli;

import agentsettings.core.rules.RuleViolation;
import java.util.Locale;

/** Says in words what went wrong, for whoever typed the command. */
final class Failures {

    static String explain(Throwable failure) {
        if (failure instanceof RuleViolation violation) {
            String option = violation.field().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return "--" + option + ": " + violation.getMessage();
        }
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            words.append(System.lineSeparator()).append("  because: ").append(cause.getMessage());
        }
        return words.toString();
    }

    private Failures() {}
}
