package agentsettings.wire;

import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.wire.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A duplicate key in an object, at any depth, is refused with 1006: which of its values was meant is unknown. */
class DuplicateKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"a\",\"userId\":\"a\"}",
                "{\"userId\":\"a\",\"userId\":null}",
                "{\"userId\":\"a\",\"userId\":1}",
                "{\"userId\":\"a\",\"user\\u0049d\":\"a\"}",
                "{\"userId\":\"a\",\"x\":1,\"x\":2}",
                "{\"userId\":\"a\",\"\":1,\"\":2}",
                "{\"x\":{\"y\":1,\"y\":1}}",
                "{\"x\":{\"y\":{\"z\":1,\"z\":1}}}",
                "{\"x\":[0,{\"y\":1,\"\\u0079\":1}]}",
                "{\"x\":{\"userId\":\"a\",\"userId\":\"a\"}}",
                "[{\"y\":1,\"y\":1}]"
            })
    void aDuplicateKeyIsRejectedAtAnyDepth(String body) {
        Bodies.requireRefusedByAll(body, ReturnCode.DUPLICATE_KEY);
    }

    @Test
    void theMessageHasThePositionOfTheSecondKey() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> SettingsReader.user(utf8("{\"userId\":\"a\",\n\"userId\":\"b\"}")))
                .withMessage("Duplicate key at line 2, column 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tru}", "+1}", ":1}", " 1}", "", "}", "\"a"})
    void aDuplicateKeyIsReportedBeforeAFaultInItsValue(String value) {
        Bodies.requireRefusedByAll("{\"x\":1,\"x\":" + value, ReturnCode.DUPLICATE_KEY);
        Bodies.requireRefusedByAll("{\"y\":[{\"x\":1,\"x\":" + value, ReturnCode.DUPLICATE_KEY);
        Bodies.requireRefusedByAll("{\"x\":1,\"x\"" + value, ReturnCode.DUPLICATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":tru,\"x\":1}", "{\"x\":1,\"x:1}", "{\"x\":1 \"x\":1}", "{\"y\":[+],\"y\":1}"})
    void aFaultBeforeTheDuplicateKeyIsReportedFirst(String body) {
        Bodies.requireRefusedByAll(body, ReturnCode.NOT_JSON);
    }

    @Test
    void theSameKeyInDifferentObjectsIsValid() {
        String body = "{\"x\":{\"userId\":\"b\"},\"y\":[{\"userId\":\"c\"},{\"userId\":\"d\"}],\"userId\":\"a\"}";

        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("a");
    }

    @Test
    void keysThatDifferInCaseAreDifferent() {
        String body = "{\"USERID\":\"b\",\"userid\":\"c\",\"userId\":\"a\"}";

        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("a");
    }

    @Test
    void ofTwoErrorsTheFirstInTheBodyIsReported() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> SettingsReader.user(utf8("{\"userId\":1,\"userId\":2}")))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(JsonException.Kind.WRONG_TYPE));
    }

    /** "ab" and "bA" have the same hash in the parser's symbol table, and so have all keys built from them. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // fails the build if a search does not end
    void collidingKeysDoNotSlowDownOtherBodies() {
        String body = "{\"" + String.join("\":0,\"", collidingNames(9)) + "\":0,\"userId\":\"a\"}";

        assertThat(SettingsReader.user(utf8(body)).userId()).isEqualTo("a");
        for (int i = 0; i < 1000; i++) {
            String other = "{\"trace" + i + "\":0,\"userId\":\"b\"}";
            assertThat(SettingsReader.user(utf8(other)).userId()).isEqualTo("b");
        }
    }

    private static List<String> collidingNames(int pairs) {
        List<String> names = List.of("");
        for (int i = 0; i < pairs; i++) {
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                longer.add(name + "ab");
                longer.add(name + "bA");
            }
            names = longer;
        }
        return names;
    }
}
