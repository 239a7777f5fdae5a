package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each limit of the settings fields at, below and above it, in Unicode code points, and the allowed values.
 */
class SettingsRulesLimitsTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");
    private static final int FACE = 0x1F600;

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "10", "1307145259662215169", "9223372036854775806", "9223372036854775807"})
    void anIdIsADecimalNumberOfUpTo63Bits(String id) {
        assertThat(SettingsRules.update(CALLER, withId(id)).id()).isEqualTo(Long.parseLong(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "00", "9223372036854775808", "9999999999999999999", "0307145259662215169"})
    void anIdOutOfRangeOrWithALeadingZeroIsRejected(String id) {
        assertThat(update(withId(id))).isEqualTo(Broken.whole(Field.SETTINGS_ID, Rule.OneOf.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1F", "１", "٣", "1L", "1_0"})
    void anIdHasOnlyAsciiDigits(String id) {
        assertThat(update(withId(id))).isEqualTo(Broken.whole(Field.SETTINGS_ID, Rule.Alphabet.class));
    }

    @Test
    void anIdHasOneToNineteenDigits() {
        Optional<Broken> wrongLength = Broken.whole(Field.SETTINGS_ID, Rule.Length.class);

        assertThat(update(withId(""))).isEqualTo(wrongLength);
        assertThat(update(withId("1".repeat(20)))).isEqualTo(wrongLength);
        assertThat(update(withId("1".repeat(19)))).isEmpty();
    }

    @Test
    void aUserIdHasOneTo64CodePoints() {
        Optional<Broken> wrongLength = Broken.whole(Field.USER_ID, Rule.Length.class);

        assertThat(create(withUser(""))).isEqualTo(wrongLength);
        for (int codePoint : List.of((int) 'u', (int) '中', FACE)) {
            assertThat(create(withUser(Texts.repeat(codePoint, 1)))).isEmpty();
            assertThat(create(withUser(Texts.repeat(codePoint, 63)))).isEmpty();
            assertThat(create(withUser(Texts.repeat(codePoint, 64)))).isEmpty();
            assertThat(create(withUser(Texts.repeat(codePoint, 65)))).isEqualTo(wrongLength);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, ' ', '\t', '\n', 0x7F, 0x85, 0xA0, 0x200B, 0x2028, 0x3000, 0xD800, 0xDC00, 0xFEFF})
    void aUserIdHasOnlyPrintableCharacters(int codePoint) {
        String blank = Character.toString(codePoint);
        for (String userId : List.of(blank, blank + "u", "u" + blank, "u" + blank + "u")) {
            assertThat(create(withUser(userId))).isEqualTo(Broken.whole(Field.USER_ID, Rule.Alphabet.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "3", "-1", "00", "01", "1 ", " 1", "direct", "１", "null", "true"})
    void aCallTypeIsExactlyOneOfThreeDigits(String callType) {
        assertThat(create(new SettingsDraft(null, "u", callType, null, null, null, null)))
                .isEqualTo(Broken.whole(Field.CALL_TYPE, Rule.OneOf.class));
    }

    @Test
    void aListHoldsUpToFiveNumbers() {
        for (int size = 0; size <= 5; size++) {
            assertThat(create(withLists(numbers(size), numbers(size)))).isEmpty();
        }
        for (int size : List.of(6, 7, 1000)) {
            assertThat(create(withLists(numbers(size), null)))
                    .isEqualTo(Broken.whole(Field.DISPLAY_NUMBERS, Rule.Count.class));
            assertThat(create(withLists(null, numbers(size))))
                    .isEqualTo(Broken.whole(Field.SOFTPHONE_NUMBERS, Rule.Count.class));
        }
    }

    @Test
    void tooManyNumbersAreRejectedBeforeAnyOfThemIsChecked() {
        assertThat(create(withLists(Collections.nCopies(6, "no number"), null)))
                .isEqualTo(Broken.whole(Field.DISPLAY_NUMBERS, Rule.Count.class));
    }

    @Test
    void theNumberThatBreaksARuleIsReportedByItsIndex() {
        assertThat(create(withLists(null, List.of("1", "2", "3", "4", "x"))))
                .contains(new Broken(Field.SOFTPHONE_NUMBERS, 4, Rule.Alphabet.class));
        assertThat(create(withLists(List.of("1", "", "x"), null)))
                .contains(new Broken(Field.DISPLAY_NUMBERS, 1, Rule.Length.class));
    }

    @Test
    void aNumberHasUpToFifteenCharactersAndItsPlusIsOneOfThem() {
        assertThat(create(withDefault("1".repeat(14)))).isEmpty();
        assertThat(create(withDefault("1".repeat(15)))).isEmpty();
        assertThat(create(withDefault("+" + "1".repeat(14)))).isEmpty();
        Optional<Broken> wrongLength = Broken.whole(Field.DEFAULT_DISPLAY_NUMBER, Rule.Length.class);
        assertThat(create(withDefault("1".repeat(16)))).isEqualTo(wrongLength);
        assertThat(create(withDefault("+" + "1".repeat(15)))).isEqualTo(wrongLength);
        assertThat(create(withDefault(Texts.repeat(FACE, 16)))).isEqualTo(wrongLength);
    }

    @Test
    void anEmptyDefaultMeansNoDefaultButAnEmptyNumberInAListIsRejected() {
        assertThat(create(withDefault(""))).isEmpty();
        assertThat(create(withLists(List.of(""), null)))
                .contains(new Broken(Field.DISPLAY_NUMBERS, 0, Rule.Length.class));
    }

    private static Optional<Broken> create(SettingsDraft draft) {
        return Broken.byProduct(() -> SettingsRules.create(CALLER, draft, null));
    }

    private static Optional<Broken> update(SettingsDraft draft) {
        return Broken.byProduct(() -> SettingsRules.update(CALLER, draft));
    }

    private static SettingsDraft withId(String id) {
        return new SettingsDraft(id, "u", null, null, null, null, null);
    }

    private static SettingsDraft withUser(String userId) {
        return new SettingsDraft(null, userId, null, null, null, null, null);
    }

    private static SettingsDraft withLists(List<String> displayNumbers, List<String> softphoneNumbers) {
        return new SettingsDraft(null, "u", null, displayNumbers, softphoneNumbers, null, null);
    }

    private static SettingsDraft withDefault(String number) {
        return new SettingsDraft(null, "u", null, null, null, number, null);
    }

    private static List<String> numbers(int size) {
        return Collections.nCopies(size, "12323");
    }
}
