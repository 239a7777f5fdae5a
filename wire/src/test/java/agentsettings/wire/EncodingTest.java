package agentsettings.wire;

import static agentsettings.wire.Bodies.requireRefusedByAll;
import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.wire.json.JsonException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is valid UTF-8 without a byte order mark; any other encoding is rejected. */
class EncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "BF",
                "C0AF",
                "C1BF",
                "C3",
                "C328",
                "E28280E2",
                "E0809F",
                "EDA080",
                "EDBFBF",
                "EDA0BDEDB880",
                "F0808080",
                "F4908080",
                "F8888080",
                "FF",
                "FE"
            })
    void anInvalidByteSequenceIsRejectedAtAnyPosition(String hex) {
        byte[] wrong = HexFormat.of().parseHex(hex);
        requireRefusedByAll(wrong, ReturnCode.NOT_JSON);
        requireRefusedByAll(around("{\"x\":\"", wrong, "\"}"), ReturnCode.NOT_JSON);
        requireRefusedByAll(around("{\"", wrong, "\":1}"), ReturnCode.NOT_JSON);
        requireRefusedByAll(around("{}", wrong, ""), ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void otherUnicodeEncodingsAreRejected(String charset) {
        requireRefusedByAll("{\"userId\":\"u\"}".getBytes(Charset.forName(charset)), ReturnCode.NOT_JSON);
    }

    @Test
    void latin1BeyondAsciiIsRejected() {
        byte[] body = "{\"userId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @Test
    void aByteOrderMarkIsRejected() {
        requireRefusedByAll("\uFEFF{\"userId\":\"u\"}", ReturnCode.NOT_JSON);
        requireRefusedByAll("\uFEFF", ReturnCode.NOT_JSON);
    }

    @Test
    void aByteOrderMarkInAStringIsACharacter() {
        assertThat(SettingsReader.user(utf8("{\"userId\":\"\uFEFF\"}")).userId())
                .isEqualTo("\uFEFF");
    }

    @Test
    void theReplacementCharacterIsValid() {
        assertThat(SettingsReader.user(utf8("{\"userId\":\"\uFFFD\"}")).userId())
                .isEqualTo("\uFFFD");
    }

    @Test
    void theMessageHasThePositionOfTheByte() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> SettingsReader.user(around("{\"é\":\"\uFFFD", new byte[] {(byte) 0xFF}, "\"}")))
                .withMessage("The body is not valid UTF-8 at byte 11.");
    }

    private static byte[] around(String before, byte[] bytes, String after) {
        return HexFormat.of().parseHex(hex(utf8(before)) + hex(bytes) + hex(utf8(after)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
