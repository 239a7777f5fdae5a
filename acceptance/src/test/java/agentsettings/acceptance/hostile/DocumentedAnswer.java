package agentsettings.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawAnswer;
import agentsettings.wire.ReturnCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What every answer must be, whatever was asked: a documented status with a returnCode that belongs to it, in JSON. */
final class DocumentedAnswer {

    private static final Map<String, Integer> STATUS_OF_CODE =
            Arrays.stream(ReturnCode.values()).collect(Collectors.toMap(ReturnCode::code, ReturnCode::status));

    static void demand(RawAnswer answer, Object request) {
        Map<String, String> fields = fields(answer, request);
        assertThat(answer.headers())
                .as("headers of the answer to:\n%s", request)
                .containsEntry("content-type", "application/json;charset=UTF-8");
        if (fields.containsKey("AccessToken") || fields.containsKey("retcode")) {
            assertThat(answer.status()).isEqualTo(200);
            return;
        }
        String code = fields.get("returnCode");
        assertThat(STATUS_OF_CODE)
                .as("answer to:\n%s\n%s", request, answer.text())
                .containsEntry(code, answer.status());
        assertThat(code).as("answer to:\n%s", request).isNotEqualTo(ReturnCode.SERVICE_FAILED.code());
        assertThat(answer.text()).as("answer to:\n%s", request).doesNotContain("Exception", "agentsettings.", "java.");
    }

    /** The answer's string fields. */
    private static Map<String, String> fields(RawAnswer answer, Object request) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), answer.body())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalStateException("no object");
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            }
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "no JSON in the answer to:\n" + request + "\n" + answer.status() + " " + answer.text(), e);
        }
        return fields;
    }

    private DocumentedAnswer() {}
}
