package agentsettings.management.records;

import agentsettings.core.rules.RuleViolation;
import agentsettings.management.problems.Fault;
import java.util.List;

/** Says where in a body a rule is broken. Stateless. */
public final class RuleFaults {

    static List<Fault> of(List<RuleViolation> violations) {
        return violations.stream().map(RuleFaults::of).toList();
    }

    private static Fault of(RuleViolation violation) {
        String pointer = "/" + name(violation);
        return Fault.at(
                violation.isAboutElement() ? pointer + "/" + violation.element() : pointer,
                violation.rule().description());
    }

    /** The name of the member that breaks the rule. */
    public static String name(RuleViolation violation) {
        return switch (violation.field()) {
            case SETTINGS_ID -> "id";
            case USER_ID -> "userId";
            case SUM_USER_ID -> "sumUserId";
            case CALL_TYPE -> SettingsJson.CALL_TYPE;
            case DISPLAY_NUMBERS -> SettingsJson.DISPLAY_NUMBERS;
            case SOFTPHONE_NUMBERS -> SettingsJson.SOFTPHONE_NUMBERS;
            case DEFAULT_DISPLAY_NUMBER -> SettingsJson.DEFAULT_DISPLAY_NUMBER;
            case DEFAULT_SOFTPHONE_NUMBER -> SettingsJson.DEFAULT_SOFTPHONE_NUMBER;
            case ACCOUNT -> UserRecordJson.ACCOUNT;
            case USER_NAME -> UserRecordJson.NAME;
            case PHONE -> UserRecordJson.PHONE;
            case EMAIL -> UserRecordJson.EMAIL;
            case DESCRIPTION -> UserRecordJson.DESCRIPTION;
            case STATUS -> UserRecordJson.STATUS;
            case NUMBER -> "number";
            case KINDS -> "kinds";
        };
    }

    private RuleFaults() {}
}
