package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Request bodies as text, including the vendor's examples, and all readers. */
final class Bodies {

    static final String VENDORS_CREATE = """
            {
            "callType":"1",
            "userId":"1660270845627002401",
            "callerPresent":["12323","232232","12323","12323"],
            "callNumber":["12323","232343","233","232343"],
            "callNumberDefault":"23232323",
            "callerPresentDefault":"1212121212"
            }
            """;

    static final String VENDORS_QUERY = "{\"userId\":\"10gg000000y6OOrNaUFs\"}";

    static final String TOKEN = "{\"app_key\":\"demo-app\",\"app_secret\":\"not-so-secret\"}";

    static final String USER = """
            {"userAccount":"y111","userName":"Ann Özil","phone":"+49 30 1234","email":"ann@example.com",
             "description":"Nights only","status":"1"}
            """;

    /** The readers by the name of what they decode. */
    static final Map<String, Function<byte[], Object>> READERS = Map.of(
            "create", SettingsReader::create,
            "update", SettingsReader::update,
            "query or delete", SettingsReader::user,
            "user", UserReader::read,
            "token", TokenRequest::read);

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Returns the code of the response to a failure. */
    static ReturnCode codeOf(Throwable failure) {
        return FailureResponses.of(failure).code();
    }

    /** Asserts that every reader rejects the body with this code. */
    static void requireRefusedByAll(byte[] body, ReturnCode code) {
        READERS.forEach((name, reader) -> {
            Throwable refusal = catchThrowable(() -> reader.apply(body));
            assertThat(refusal).as("what the reader of a %s says", name).isNotNull();
            assertThat(codeOf(refusal)).as("code of: %s", refusal.getMessage()).isEqualTo(code);
        });
    }

    static void requireRefusedByAll(String body, ReturnCode code) {
        requireRefusedByAll(utf8(body), code);
    }

    private Bodies() {}
}
