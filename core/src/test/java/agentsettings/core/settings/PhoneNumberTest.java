package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone number has only characters that can be dialled, and its text does not change. */
class PhoneNumberTest {

    private static final String DIALABLE = "\\+?[0-9*#]{1,15}";

    @Property(seed = "1", tries = 20_000)
    void aTextIsANumberIfAndOnlyIfItMatchesThePattern(
            @ForAll @StringLength(max = 17) @CharRange(from = '0', to = '9') @Chars({'+', '*', '#', 'x', ' '})
                    String text) {
        boolean dialable = text.isEmpty() || (text.matches(DIALABLE) && text.length() <= 15);

        assertThat(isNumber(text)).as("'%s'", text).isEqualTo(dialable);
        assertThat(PhoneNumber.firstNotDialable(text) < 0).isEqualTo(text.isEmpty() || text.matches("\\+?[0-9*#]+"));
    }

    @Test
    void onlyTwelveCharactersAreAllowed() {
        String dialable = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(c -> Character.toString((char) c))
                .filter(PhoneNumberTest::isNumber)
                .reduce("", String::concat);

        assertThat(dialable).isEqualTo("#*0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "007", "+0049", "+49301234567", "*100#", "#31#", "112", "8621", "*", "#"})
    void leadingZerosAndPlusArePreserved(String text) {
        assertThat(new PhoneNumber(text).digits()).isEqualTo(text);
        assertThat(new PhoneNumber(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"+, 0", "1+, 1", "++1, 1", "12x, 2", "x, 0", "1 2, 1", "123456789012345678-, 18", "+a, 1"})
    void theFirstCharacterThatIsNotAllowedIsFound(String text, int index) {
        assertThat(PhoneNumber.firstNotDialable(text)).isEqualTo(index);
    }

    @Test
    void aNumberHasAtMostFifteenCharacters() {
        assertThat(isNumber("1".repeat(15))).isTrue();
        assertThat(isNumber("1".repeat(16))).isFalse();
        assertThat(isNumber("+" + "1".repeat(14))).isTrue();
        assertThat(isNumber("+" + "1".repeat(15))).isFalse();
    }

    @Test
    void onlyNoneIsEmpty() {
        assertThat(PhoneNumber.NONE).isEqualTo(new PhoneNumber(""));
        assertThat(PhoneNumber.NONE.isNone()).isTrue();
        assertThat(new PhoneNumber("0").isNone()).isFalse();
    }

    @Test
    void anInvalidNumberIsRejectedWithoutItsValueInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber("Zq7wKv9x"))
                .withMessageNotContaining("Zq7wKv9x");
        assertThatNullPointerException().isThrownBy(() -> new PhoneNumber(null));
    }

    private static boolean isNumber(String text) {
        try {
            return text.equals(new PhoneNumber(text).digits());
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
