package agentsettings.cli.number;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.rules.NumberDraft;
import agentsettings.core.rules.NumberRules;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.settings.PhoneNumber;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a number. */
final class NumberOption {

    @Mixin
    private TenantOption tenant;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            required = true,
            converter = NumberConverter.class,
            description = "1 to 15 digits, * or #, after a + if there is one")
    private String digits;

    /** The number and its tenant space. */
    NumberKey key() {
        return new NumberKey(tenant.id(), new PhoneNumber(digits));
    }

    /** Takes a phone number. */
    static final class NumberConverter extends CheckedText {
        NumberConverter() {
            super(NumberConverter::fault);
        }

        private static Optional<String> fault(String text) {
            return NumberRules.violations(new NumberDraft(text, null, null)).stream()
                    .map(RuleViolation::getMessage)
                    .findFirst();
        }
    }
}
