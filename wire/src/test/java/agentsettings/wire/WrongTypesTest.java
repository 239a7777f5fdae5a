package agentsettings.wire;

import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agentsettings.wire.json.JsonException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field rejects any other JSON type with 1003 and a message with the field and both types. */
class WrongTypesTest {

    private static final List<String> TEXTS =
            List.of("userId", "callType", "callerPresentDefault", "callNumberDefault");
    private static final List<String> LISTS = List.of("callerPresent", "callNumber");
    private static final List<String> USER_TEXTS =
            List.of("userAccount", "userName", "phone", "email", "description", "status");

    /** JSON values that are not strings, with their types as in messages. */
    private static final Map<String, String> NO_STRINGS = Map.ofEntries(
            Map.entry("0", "a number"),
            Map.entry("-1", "a number"),
            Map.entry("1.5", "a number"),
            Map.entry("1e9", "a number"),
            Map.entry("true", "a boolean"),
            Map.entry("false", "a boolean"),
            Map.entry("{}", "an object"),
            Map.entry("{\"userId\":\"u\"}", "an object"),
            Map.entry("[]", "an array"),
            Map.entry("[\"u\"]", "an array"));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("scalarsOfAWrongType")
    void aStringFieldRejectsOtherTypes(String reader, String field, String value, String called) {
        JsonException refusal = refusal(reader, "{\"" + field + "\":" + value + "}");

        assertThat(Bodies.codeOf(refusal)).isEqualTo(ReturnCode.WRONG_TYPE);
        assertThat(refusal).hasMessage(field + ": must be a string; got " + called + ".");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("listsOfAWrongType")
    void aListRejectsTypesOtherThanArrayAndString(String reader, String field, String value, String called) {
        JsonException refusal = refusal(reader, "{\"" + field + "\":" + value + "}");

        assertThat(Bodies.codeOf(refusal)).isEqualTo(ReturnCode.WRONG_TYPE);
        assertThat(refusal).hasMessage(field + ": must be an array of strings; got " + called + ".");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("elementsOfAWrongType")
    void aListRejectsAnElementThatIsNotAStringWithItsIndex(String reader, String field, String value, String called) {
        JsonException refusal = refusal(reader, "{\"" + field + "\":[\"1\",\"2\"," + value + "]}");

        assertThat(Bodies.codeOf(refusal)).isEqualTo(ReturnCode.WRONG_TYPE);
        assertThat(refusal).hasMessage(field + "[2]: must be a string; got " + called + ".");
    }

    static Stream<Arguments> scalarsOfAWrongType() {
        return Stream.of(
                        each("create", TEXTS),
                        each("update", TEXTS),
                        each("update", List.of("id")),
                        each("query or delete", List.of("userId")),
                        each("user", USER_TEXTS),
                        each("token", List.of("app_key", "app_secret")))
                .flatMap(fields -> fields);
    }

    static Stream<Arguments> listsOfAWrongType() {
        return Stream.of("create", "update")
                .flatMap(reader -> each(reader, LISTS))
                .filter(arguments -> !"an array".equals(arguments.get()[3]));
    }

    static Stream<Arguments> elementsOfAWrongType() {
        return Stream.of("create", "update")
                .flatMap(reader -> Stream.concat(
                        each(reader, LISTS), LISTS.stream().map(field -> Arguments.of(reader, field, "null", "null"))));
    }

    private static Stream<Arguments> each(String reader, List<String> fields) {
        return fields.stream()
                .flatMap(field -> NO_STRINGS.entrySet().stream()
                        .map(value -> Arguments.of(reader, field, value.getKey(), value.getValue())));
    }

    private static JsonException refusal(String reader, String body) {
        Function<byte[], Object> read = Bodies.READERS.get(reader);
        return catchThrowableOfType(JsonException.class, () -> read.apply(utf8(body)));
    }
}
