package agentsettings.wire;

import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.rules.SettingsDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the four operations are decoded without changes; unknown fields are ignored. */
class SettingsReaderTest {

    private static final SettingsDraft NOTHING = new SettingsDraft(null, null, null, null, null, null, null);

    @Test
    void theVendorsCreateIsDecoded() {
        assertThat(SettingsReader.create(utf8(Bodies.VENDORS_CREATE)))
                .isEqualTo(new SettingsDraft(
                        null,
                        "1660270845627002401",
                        "1",
                        List.of("12323", "232232", "12323", "12323"),
                        List.of("12323", "232343", "233", "232343"),
                        "1212121212",
                        "23232323"));
    }

    @Test
    void anUpdateHasAnId() {
        String body = "{\"id\":\"1307145259662215169\",\"userId\":\"u\",\"callType\":\"2\"}";

        assertThat(SettingsReader.update(utf8(body)))
                .isEqualTo(new SettingsDraft("1307145259662215169", "u", "2", null, null, null, null));
    }

    @Test
    void aQueryHasOnlyAUser() {
        assertThat(SettingsReader.user(utf8(Bodies.VENDORS_QUERY)))
                .isEqualTo(new SettingsDraft(null, "10gg000000y6OOrNaUFs", null, null, null, null, null));
    }

    @Test
    void anEmptyObjectHasNoField() {
        assertThat(SettingsReader.create(utf8("{}"))).isEqualTo(NOTHING);
        assertThat(SettingsReader.update(utf8(" \r\n\t{ } \n"))).isEqualTo(NOTHING);
        assertThat(SettingsReader.user(utf8("{}"))).isEqualTo(NOTHING);
    }

    @Test
    void nullIsAnAbsentField() {
        String body = """
                {"id":null,"userId":null,"callType":null,"callerPresent":null,"callNumber":null,
                 "callerPresentDefault":null,"callNumberDefault":null}
                """;

        assertThat(SettingsReader.update(utf8(body))).isEqualTo(NOTHING);
    }

    @Test
    void theOrderOfFieldsIsIrrelevant() {
        String forward = "{\"userId\":\"u\",\"callType\":\"0\",\"callNumber\":[\"1\"]}";
        String backward = "{\"callNumber\":[\"1\"],\"callType\":\"0\",\"userId\":\"u\"}";

        assertThat(SettingsReader.create(utf8(backward))).isEqualTo(SettingsReader.create(utf8(forward)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1", "-1.5e300", "true", "false", "null", "{}", "[]", "{\"userId\":[{\"a\":[]}]}"})
    void unknownFieldsOfAnyTypeAreIgnored(String value) {
        String body = "{\"other\":" + value + ",\"userId\":\"u\",\"userid\":" + value + ",\"\":" + value + "}";

        assertThat(SettingsReader.create(utf8(body)).userId()).isEqualTo("u");
        assertThat(SettingsReader.update(utf8(body)).userId()).isEqualTo("u");
        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1", "true", "{}", "[]"})
    void aCreateIgnoresAnIdOfAnyType(String value) {
        assertThat(SettingsReader.create(utf8("{\"id\":" + value + "}"))).isEqualTo(NOTHING);
    }

    @Test
    void aQueryIgnoresEveryFieldExceptTheUser() {
        String body = """
                {"id":1,"callType":2,"callerPresent":{},"callNumber":3,"callerPresentDefault":[],
                 "callNumberDefault":true,"userId":"u"}
                """;

        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("u");
    }

    @Test
    void aListMayBeOneCommaSeparatedString() {
        assertThat(displayNumbers("\"12323,233,12323\"")).containsExactly("12323", "233", "12323");
        assertThat(displayNumbers("\"233\"")).containsExactly("233");
        assertThat(displayNumbers("\"\"")).isEmpty();
        assertThat(displayNumbers("[]")).isEmpty();
    }

    @Test
    void elementsOfACommaSeparatedStringAreNotTrimmedAndMayBeEmpty() {
        assertThat(displayNumbers("\"1, 2\"")).containsExactly("1", " 2");
        assertThat(displayNumbers("\"1,,2\"")).containsExactly("1", "", "2");
        assertThat(displayNumbers("\"1,\"")).containsExactly("1", "");
        assertThat(displayNumbers("\",\"")).containsExactly("", "");
    }

    @Test
    void aCommaInAnElementOfAnArrayIsNotASeparator() {
        assertThat(displayNumbers("[\"1,2\"]")).containsExactly("1,2");
    }

    @Test
    void escapesAreDecodedInKeysAndValues() {
        String body = "{\"user\\u0049d\":\"\\u0031\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\ud83d\\ude00\"}";

        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("1\"\\/\b\f\n\r\t中😀");
    }

    @Test
    void anEscapedUnpairedSurrogateIsDecodedAndLeftToTheRules() {
        assertThat(SettingsReader.user(utf8("{\"userId\":\"\\ud83d\"}")).userId())
                .isEqualTo("\uD83D");
        assertThat(SettingsReader.user(utf8("{\"userId\":\"\\ude00\\ud83d\"}")).userId())
                .isEqualTo("\uDE00\uD83D");
    }

    @Test
    void textBeyondAsciiIsDecoded() {
        assertThat(SettingsReader.user(utf8("{\"userId\":\"é中😀\uFFFD\u2028\"}"))
                        .userId())
                .isEqualTo("é中😀\uFFFD\u2028");
    }

    private static List<String> displayNumbers(String value) {
        return SettingsReader.create(utf8("{\"callerPresent\":" + value + "}")).displayNumbers();
    }
}
