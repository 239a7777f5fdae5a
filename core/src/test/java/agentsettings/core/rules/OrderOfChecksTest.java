package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of checks is part of the interface: of several invalid fields, the first in this order is reported. */
class OrderOfChecksTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    private static final List<Field> SETTINGS_ORDER = List.of(
            Field.SETTINGS_ID,
            Field.USER_ID,
            Field.CALL_TYPE,
            Field.DISPLAY_NUMBERS,
            Field.SOFTPHONE_NUMBERS,
            Field.DEFAULT_SOFTPHONE_NUMBER,
            Field.DEFAULT_DISPLAY_NUMBER);

    private static final List<Field> USER_ORDER =
            List.of(Field.ACCOUNT, Field.USER_NAME, Field.PHONE, Field.EMAIL, Field.DESCRIPTION, Field.STATUS);

    @ParameterizedTest(name = "update with {0} wrong")
    @MethodSource("wrongSettings")
    void anUpdateReportsTheFirstInvalidField(List<Field> wrong) {
        SettingsDraft draft = new SettingsDraft(
                text(wrong, Field.SETTINGS_ID, "1"),
                text(wrong, Field.USER_ID, "u"),
                text(wrong, Field.CALL_TYPE, "1"),
                List.of(text(wrong, Field.DISPLAY_NUMBERS, "233")),
                List.of(text(wrong, Field.SOFTPHONE_NUMBERS, "233")),
                text(wrong, Field.DEFAULT_DISPLAY_NUMBER, "233"),
                text(wrong, Field.DEFAULT_SOFTPHONE_NUMBER, "233"));

        assertThat(field(() -> SettingsRules.update(CALLER, draft))).contains(wrong.getFirst());
    }

    @ParameterizedTest(name = "create with {0} wrong")
    @MethodSource("wrongSettings")
    void aCreateReportsTheFirstInvalidFieldAndIgnoresTheId(List<Field> wrong) {
        SettingsDraft draft = new SettingsDraft(
                text(wrong, Field.SETTINGS_ID, "1"),
                text(wrong, Field.USER_ID, "u"),
                text(wrong, Field.CALL_TYPE, "1"),
                List.of(text(wrong, Field.DISPLAY_NUMBERS, "233")),
                List.of(text(wrong, Field.SOFTPHONE_NUMBERS, "233")),
                text(wrong, Field.DEFAULT_DISPLAY_NUMBER, "233"),
                text(wrong, Field.DEFAULT_SOFTPHONE_NUMBER, "233"));
        Optional<Field> first =
                wrong.stream().filter(each -> each != Field.SETTINGS_ID).findFirst();

        assertThat(field(() -> SettingsRules.create(CALLER, draft, null))).isEqualTo(first);
    }

    @ParameterizedTest(name = "user with {0} wrong")
    @MethodSource("wrongUsers")
    void aNewUserReportsTheFirstInvalidField(List<Field> wrong) {
        UserDraft draft = new UserDraft(
                text(wrong, Field.ACCOUNT, "y111"),
                text(wrong, Field.USER_NAME, "n"),
                text(wrong, Field.PHONE, "1"),
                text(wrong, Field.EMAIL, "e"),
                text(wrong, Field.DESCRIPTION, "d"),
                text(wrong, Field.STATUS, "1"));

        assertThat(field(() -> UserRules.add(CALLER, draft))).contains(wrong.getFirst());
    }

    static Stream<Arguments> wrongSettings() {
        return subsets(SETTINGS_ORDER);
    }

    static Stream<Arguments> wrongUsers() {
        return subsets(USER_ORDER);
    }

    /** Returns every non-empty subset of the fields, in their order. */
    private static Stream<Arguments> subsets(List<Field> fields) {
        return IntStream.range(1, 1 << fields.size()).mapToObj(bits -> {
            List<Field> chosen = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                if ((bits & (1 << i)) != 0) {
                    chosen.add(fields.get(i));
                }
            }
            return Arguments.of(chosen);
        });
    }

    /** A control character is not allowed in any field. */
    private static String text(List<Field> wrong, Field field, String right) {
        return wrong.contains(field) ? "\0" : right;
    }

    private static Optional<Field> field(Runnable check) {
        return Broken.byProduct(check).map(Broken::field);
    }
}
