package agentsettings.core.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** An idempotency key is 1 to 255 printable ASCII characters. */
class IdempotencyTest {

    @Property(seed = "1")
    void anyTextIsAKeyExactlyWhenItIsShortPrintableAscii(@ForAll @StringLength(max = 260) String text) {
        assertThat(Idempotency.isKey(text)).isEqualTo(text.matches("[\\x20-\\x7E]{1,255}"));
    }

    @Test
    void aKeyHasUpTo255Characters() {
        assertThat(Idempotency.isKey("")).isFalse();
        assertThat(Idempotency.isKey("k")).isTrue();
        assertThat(Idempotency.isKey("k".repeat(254))).isTrue();
        assertThat(Idempotency.isKey("k".repeat(255))).isTrue();
        assertThat(Idempotency.isKey("k".repeat(256))).isFalse();
    }

    @Test
    void ofAllCharactersOnlyPrintableAsciiMayBeInAKey() {
        for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
            assertThat(Idempotency.isKey(Character.toString((char) c))).isEqualTo(c >= 0x20 && c <= 0x7E);
        }
    }

    @Test
    void whatIsNoKeyCannotBeMadeIntoOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Idempotency("Zq7wKv9x\n", "digest"))
                .withMessageNotContaining("Zq7wKv9x");
        assertThatNullPointerException().isThrownBy(() -> new Idempotency("key", null));
    }
}
