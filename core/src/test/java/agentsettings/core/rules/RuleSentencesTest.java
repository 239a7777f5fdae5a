package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agentsettings.core.apps.Caller;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The message of a violation has the rule and the length, count or position, and never the value. */
class RuleSentencesTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    @Test
    void anAbsentFieldIsRequired() {
        RuleViolation violation = violation(new SettingsDraft(null, null, null, null, null, null, null));

        assertThat(violation).hasMessage("is required.");
        assertThat(violation.field()).isEqualTo(Field.USER_ID);
        assertThat(violation.isAboutElement()).isFalse();
    }

    @Test
    void theMessageHasTheLengthInCodePoints() {
        RuleViolation violation = violation(new SettingsDraft(null, "😀".repeat(65), null, null, null, null, null));

        assertThat(violation).hasMessage("must be 1 to 64 characters; got 65.");
    }

    @Test
    void theMessageHasThePositionOfTheCharacterCountedFromOne() {
        RuleViolation violation = violation(new SettingsDraft(null, "😀😀 ", null, null, null, null, null));

        assertThat(violation).hasMessageContaining("character 3 ");
        assertThat(violation.rule())
                .isInstanceOfSatisfying(
                        Rule.Alphabet.class, rule -> assertThat(rule.index()).isEqualTo(2));
    }

    @Test
    void theMessageHasTheNumberOfElements() {
        List<String> six = Collections.nCopies(6, "233");

        assertThat(violation(new SettingsDraft(null, "u", null, six, null, null, null)))
                .hasMessage("must have at most 5 numbers; got 6.");
    }

    @Test
    void theViolationHasTheIndexOfTheElement() {
        RuleViolation violation =
                violation(new SettingsDraft(null, "u", null, null, List.of("233", "2-3"), null, null));

        assertThat(violation.isAboutElement()).isTrue();
        assertThat(violation.element()).isEqualTo(1);
        assertThat(violation).hasMessageContaining("character 2 ");
    }

    @Test
    void noMessageContainsTheValue() {
        String value = "Zq7 wKv9";
        for (SettingsDraft draft : List.of(
                new SettingsDraft(value, "u", null, null, null, null, null),
                new SettingsDraft("1", value, null, null, null, null, null),
                new SettingsDraft("1", "u", value, null, null, null, null),
                new SettingsDraft("1", "u", null, List.of(value), null, null, null),
                new SettingsDraft("1", "u", null, null, List.of(value), null, null),
                new SettingsDraft("1", "u", null, null, null, value, null),
                new SettingsDraft("1", "u", null, null, null, null, value))) {
            RuleViolation violation =
                    catchThrowableOfType(RuleViolation.class, () -> SettingsRules.update(CALLER, draft));
            assertThat(violation.getMessage()).endsWith(".").doesNotContain(value);
            assertThat(violation.getStackTrace()).isEmpty();
        }
    }

    private static RuleViolation violation(SettingsDraft draft) {
        return catchThrowableOfType(RuleViolation.class, () -> SettingsRules.create(CALLER, draft, null));
    }
}
