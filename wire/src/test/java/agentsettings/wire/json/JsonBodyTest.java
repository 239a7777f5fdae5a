package agentsettings.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an object within an object is read. */
final class JsonBodyTest {

    @Test
    void theFieldsOfAnObjectAreReadAndTheOuterOnesGoOn() {
        assertThat(read("{\"a\":\"1\",\"result\":{\"b\":\"2\",\"a\":\"3\"},\"c\":\"4\"}"))
                .containsExactly("a=1", "result.b=2", "result.a=3", "c=4");
        assertThat(read("{\"result\":{},\"c\":\"4\"}")).containsExactly("c=4");
        assertThat(read("{\"result\":null,\"c\":\"4\"}")).containsExactly("c=4");
    }

    @Test
    void anObjectIsCheckedAsTheBodyIs() {
        assertThatThrownBy(() -> read("{\"result\":\"x\"}")).hasMessage("result: must be an object; got a string.");
        assertThatThrownBy(() -> read("{\"result\":{\"b\":1}}")).hasMessage("b: must be a string; got a number.");
        assertThatThrownBy(() -> read("{\"result\":{\"b\":\"1\",\"b\":\"2\"}}"))
                .hasMessageStartingWith("Duplicate key");
        assertThatThrownBy(() -> read("{\"result\":{\"b\":\"1\"")).hasMessageStartingWith("The body is not valid JSON");
    }

    private static List<String> read(String body) {
        List<String> fields = new ArrayList<>();
        try (JsonBody json = new JsonBody(body.getBytes(UTF_8))) {
            while (json.nextField()) {
                if (json.fieldName().equals("result")) {
                    json.object(() -> fields.add("result." + json.fieldName() + "=" + json.string()));
                } else {
                    fields.add(json.fieldName() + "=" + json.string());
                }
            }
        }
        return fields;
    }
}
