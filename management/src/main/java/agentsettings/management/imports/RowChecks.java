package agentsettings.management.imports;

import agentsettings.core.jobs.RowFault.Code;
import agentsettings.core.patches.Edit;
import agentsettings.core.rules.Field;
import agentsettings.core.rules.Rule;
import agentsettings.core.rules.RuleViolation;
import agentsettings.management.imports.parsing.RowValues;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.RuleFaults;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the checks of several kinds of rows have in common. Stateless. */
final class RowChecks {

    /** Adds the rules that values break to the faults of their row. */
    static void add(List<RuleViolation> violations, RowValues row) {
        for (RuleViolation violation : violations) {
            String noun = violation.field() == Field.KINDS ? "kind " : "number ";
            String element = violation.isAboutElement() ? noun + (violation.element() + 1) + ": " : "";
            row.fault(
                    RuleFaults.name(violation),
                    code(violation.rule()),
                    element + violation.rule().description() + hint(violation));
        }
    }

    /** What helps who wrote the kinds of a CSV file in another way. */
    private static String hint(RuleViolation violation) {
        return violation.field() == Field.KINDS ? " Both are display|softphone in CSV." : "";
    }

    private static Code code(Rule rule) {
        return switch (rule) {
            case Rule.Required _ -> Code.REQUIRED;
            case Rule.Length _ -> Code.WRONG_LENGTH;
            case Rule.Count _ -> Code.TOO_MANY_VALUES;
            case Rule.Alphabet _ -> Code.INVALID_CHARACTER;
            case Rule.OneOf _ -> Code.INVALID_VALUE;
        };
    }

    /** Requires that a text, if there is one, is the name of a constant. */
    static <E extends Enum<E>> void requireConstant(Class<E> type, String column, RowValues row) {
        String name = row.text(column).value();
        if (name != null && JsonText.constant(type, name).isEmpty()) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(JsonText::nameOf).collect(Collectors.joining(", "));
            row.fault(column, Code.INVALID_VALUE, "must be one of " + names + ".");
        }
    }

    /** What a row without faults says of a constant. */
    static <E extends Enum<E>> Edit<E> constant(Class<E> type, String column, RowValues row) {
        Edit<String> text = row.text(column);
        return text.value() == null
                ? new Edit<>(text.assigns(), null)
                : Edit.assign(JsonText.constant(type, text.value()).orElseThrow());
    }

    private RowChecks() {}
}
