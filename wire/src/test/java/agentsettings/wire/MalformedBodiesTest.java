package agentsettings.wire;

import static agentsettings.wire.Bodies.requireRefusedByAll;
import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.wire.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reader rejects invalid JSON with 1001 and JSON that is not an object with 1002. */
class MalformedBodiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\n\t\r ", "{", "}", "{\"", "{\"userId", "{\"userId\"", "{\"userId\":", "\0", "<a/>"})
    void anEmptyOrTruncatedBodyIsNotJson(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"}",
                "{\"x\":\"a}",
                "{\"x\":1",
                "{\"x\":1,}",
                "{,\"x\":1}",
                "{\"x\" 1}",
                "{\"x\"::1}",
                "{\"x\":}",
                "{\"x\":1 \"y\":2}",
                "{x:1}",
                "{'x':1}",
                "{\"x\":'a'}",
                "{1:1}",
                "{null:1}",
                "{\"x\":[1,]}",
                "{\"x\":[,1]}",
                "{\"x\":[1 2]}",
                "{\"x\":[1}",
                "{\"x\":{]}",
                "{\"x\":nul}",
                "{\"x\":True}",
                "{\"x\":undefined}"
            })
    void invalidStructureIsNotJson(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":NaN}",
                "{\"x\":Infinity}",
                "{\"x\":-}",
                "{\"x\":+1}",
                "{\"x\":01}",
                "{\"x\":1.}",
                "{\"x\":.5}",
                "{\"x\":1e}",
                "{\"x\":1e+}",
                "{\"x\":0x10}",
                "{\"x\":1_0}",
                "{\"x\":-01}",
                "{\"x\":1a}"
            })
    void anInvalidNumberInAnIgnoredFieldIsNotJson(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"\\x41\"}",
                "{\"x\":\"\\u12\"}",
                "{\"x\":\"\\u12G4\"}",
                "{\"x\":\"\\\"}",
                "{\"x\":\"a\nb\"}",
                "{\"x\":\"a\tb\"}",
                "{\"x\":\"a\0b\"}",
                "{\"x\ny\":1}",
                "{/*c*/\"x\":1}",
                "{\"x\":1}//c",
                "#c\n{}"
            })
    void anInvalidEscapeAControlCharacterOrACommentIsNotJson(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {}", "{},", "{}x", "{}1", "{}\"\"", "{}]", "{}}", "{}null", "{}\0", "{}\u00A0"})
    void nothingMayFollowTheObject(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|an array",
                "[{\"userId\":\"u\"}]|an array",
                "\"userId\"|a string",
                "\"\"|a string",
                "0|a number",
                "-1.5e9|a number",
                "true|a boolean",
                "false|a boolean",
                "null|null"
            })
    void theMessageHasTheTypeOfJsonThatIsNotAnObject(String body, String called) {
        requireRefusedByAll(body, ReturnCode.NOT_AN_OBJECT);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> SettingsReader.create(utf8(" " + body + " ")))
                .withMessage("The body must be a JSON object; got " + called + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[]]", "[]{}", "\"a", "\"\\x\"", "tru", "truer", "nul", "00", "0 0", "1a", "-", "\"a\"b"})
    void invalidJsonThatIsNotAnObjectIsNotJson(String body) {
        requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @Test
    void sixteenLevelsOfNestingAreAllowedIncludingTheObject() {
        assertThat(SettingsReader.user(utf8(nested(15))).userId()).isEqualTo("u");
        requireRefusedByAll(nested(16), ReturnCode.NOT_JSON);
        requireRefusedByAll("{\"x\":" + "{\"x\":".repeat(16) + "1" + "}".repeat(17), ReturnCode.NOT_JSON);
        requireRefusedByAll("[".repeat(17) + "]".repeat(17), ReturnCode.NOT_JSON);
        requireRefusedByAll("[".repeat(16_000), ReturnCode.NOT_JSON);
    }

    @Test
    void anIgnoredNumberMayBeOfAnySize() {
        for (String number :
                new String[] {"1e999999999", "-1E-999999999", "9".repeat(16_000), "0." + "9".repeat(16_000)}) {
            assertThat(SettingsReader.user(utf8("{\"x\":" + number + ",\"userId\":\"u\"}"))
                            .userId())
                    .isEqualTo("u");
            requireRefusedByAll(number, ReturnCode.NOT_AN_OBJECT);
        }
    }

    @Test
    void theMessageHasLineAndColumn() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> SettingsReader.create(utf8("{\n  \"userId\" \"u\"\n}")))
                .withMessageStartingWith("The body is not valid JSON at line 2, column 1");
    }

    private static String nested(int arrays) {
        return "{\"x\":" + "[".repeat(arrays) + "]".repeat(arrays) + ",\"userId\":\"u\",\"app_key\":\"k\"}";
    }
}
