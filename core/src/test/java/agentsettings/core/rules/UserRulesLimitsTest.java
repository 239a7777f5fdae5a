package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of the user fields at, below and above it, in Unicode code points. */
class UserRulesLimitsTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 3, 64, a",
        "USER_NAME, 1, 64, 中",
        "USER_NAME, 1, 64, 😀",
        "PHONE, 0, 32, 1",
        "EMAIL, 0, 64, é",
        "DESCRIPTION, 0, 540, 😀"
    })
    void aLengthIsCountedInCodePoints(Field field, int min, int max, String character) {
        Optional<Broken> wrongLength = Broken.whole(field, Rule.Length.class);
        for (int length = 0; length < min; length++) {
            assertThat(add(with(field, character.repeat(length)))).isEqualTo(wrongLength);
        }
        for (int length : List.of(min, min + 1, max - 1, max)) {
            assertThat(add(with(field, character.repeat(length)))).isEmpty();
        }
        assertThat(add(with(field, character.repeat(max + 1)))).isEqualTo(wrongLength);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,b", "a+b", "a/b", "äbc", "a\tb", "ａbc", "a😀b", "a:b", "a\"b"})
    void anAccountHasOnlyAsciiLettersDigitsAndFourSigns(String account) {
        assertThat(add(with(Field.ACCOUNT, account))).isEqualTo(Broken.whole(Field.ACCOUNT, Rule.Alphabet.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t"})
    void onlyTheDescriptionMayHaveTabsAndLineBreaks(String breaking) {
        assertThat(add(with(Field.DESCRIPTION, "a" + breaking + "b"))).isEmpty();
        for (Field field : List.of(Field.USER_NAME, Field.PHONE, Field.EMAIL)) {
            assertThat(add(with(field, "a" + breaking + "b"))).isEqualTo(Broken.whole(field, Rule.Alphabet.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001B", "\u007F", "\u0085", "\uD800", "\uDC00", "\u2028"})
    void controlCharactersAndUnpairedSurrogatesAreRejectedEverywhere(String character) {
        for (Field field : List.of(Field.USER_NAME, Field.PHONE, Field.EMAIL, Field.DESCRIPTION)) {
            assertThat(add(with(field, "a" + character))).isEqualTo(Broken.whole(field, Rule.Alphabet.class));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, TO_BE_ACTIVATED", "1, ACTIVE", "2, SUSPENDED"})
    void aStatusIsOneOfThreeDigits(String digit, UserStatus status) {
        assertThat(UserRules.add(CALLER, with(Field.STATUS, digit)).profile().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "active", "01", " 1", "１"})
    void anyOtherStatusIsRejected(String status) {
        assertThat(add(with(Field.STATUS, status))).isEqualTo(Broken.whole(Field.STATUS, Rule.OneOf.class));
    }

    @Test
    void aUserWithoutStatusIsActive() {
        assertThat(UserRules.add(CALLER, with(Field.STATUS, null)).profile().status())
                .isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void aSingleAssignedIdIsBothIds() {
        AddUser command = UserRules.add(CALLER, "10gg000000y6OOrNaUFs", null, with(Field.STATUS, "1"));

        assertThat(command.userId()).isEqualTo("10gg000000y6OOrNaUFs");
        assertThat(command.sumUserId()).isEqualTo("10gg000000y6OOrNaUFs");
    }

    private static Optional<Broken> add(UserDraft draft) {
        return Broken.byProduct(() -> UserRules.add(CALLER, draft));
    }

    private static UserDraft with(Field field, String text) {
        return new UserDraft(
                field == Field.ACCOUNT ? text : "y111",
                field == Field.USER_NAME ? text : "Ann",
                field == Field.PHONE ? text : null,
                field == Field.EMAIL ? text : null,
                field == Field.DESCRIPTION ? text : null,
                field == Field.STATUS ? text : null);
    }
}
