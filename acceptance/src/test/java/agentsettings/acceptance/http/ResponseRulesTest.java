package agentsettings.acceptance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules for every response pass a right one, and find fault with wrong ones. */
class ResponseRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"returnCode":"0"}
            200 | {"message":"","retcode":"0","result":{"userId":"1"}}
            200 | {"AccessToken":"x"}
            400 | {"returnCode":"1001","returnDesc":"The body is not JSON."}
            503 | {"returnCode":"9001"}
            """)
    void rightAnswersPass(int status, String body) {
        assertThat(fault(status, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            501 | {"returnCode":"1005"}
            200 | {"returnCode":"5001"}
            500 | {"returnCode":"1001"}
            503 | {"returnCode":"9000"}
            400 | {"returnCode":1001}
            400 | {"returnCode":"1001","returnCode":"1001"}
            400 | {"returnCode":"1001"
            400 | {"returnCode":"1001"} {}
            400 | ["1001"]
            400 | <html>
            400 | {"returnCode":"1001","returnDesc":"java.lang.NullPointerException"}
            400 | {"returnCode":"1001","returnDesc":"at agentsettings.wire.JsonBody.next"}
            """)
    void wrongAnswersAreFound(int status, String body) {
        assertThat(fault(status, body)).isPresent();
    }

    @Test
    void missingHeadersAreFound() {
        assertThat(ResponseRules.fault(new RawResponse(200, Map.of(), "{\"returnCode\":\"0\"}".getBytes(UTF_8))))
                .isPresent();
    }

    private static Optional<String> fault(int status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json;charset=UTF-8");
        headers.put("content-length", String.valueOf(bytes.length));
        headers.put("retry-after", "1");
        return ResponseRules.fault(new RawResponse(status, headers, bytes));
    }
}
