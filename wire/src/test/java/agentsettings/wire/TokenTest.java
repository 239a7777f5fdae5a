package agentsettings.wire;

import static agentsettings.wire.Bodies.text;
import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token endpoint's bodies: the request has key and secret, the response seven strings. */
class TokenTest {

    @Test
    void aRequestHasKeyAndSecret() {
        assertThat(TokenRequest.read(utf8(Bodies.TOKEN))).isEqualTo(new TokenRequest("demo-app", "not-so-secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|app_key|1004",
                "{'app_secret':'s'}|app_key|1004",
                "{'app_key':'k'}|app_secret|1004",
                "{'app_key':null,'app_secret':'s'}|app_key|1004",
                "{'app_key':'k','app_secret':null}|app_secret|1004",
                "{'app_key':'','app_secret':'s'}|app_key|1005",
                "{'app_key':'k','app_secret':''}|app_secret|1005",
                "{'app_key':1,'app_secret':'s'}|app_key|1003",
                "{'app_key':'k','app_secret':['s']}|app_secret|1003"
            },
            quoteCharacter = '`')
    void aMissingEmptyOrWrongFieldIsReported(String body, String field, String code) {
        Throwable refusal = refusal(body.replace('\'', '"'));

        assertThat(Bodies.codeOf(refusal).code()).isEqualTo(code);
        assertThat(refusal).hasMessageStartingWith(field + ": ");
    }

    @Test
    void aKeyHasUpTo64CharactersAndASecretUpTo256() {
        assertThat(TokenRequest.read(utf8(body(64, 256))).appSecret()).hasSize(256);
        assertThat(refusal(body(65, 256))).hasMessage("app_key: must be 1 to 64 characters; got 65.");
        assertThat(refusal(body(64, 257))).hasMessage("app_secret: must be 1 to 256 characters; got 257.");
    }

    @Test
    void aTokenIsEncodedAsSevenStrings() {
        AccessToken token = new AccessToken(
                "eyJ0.eyJ1.sig",
                "demo-app",
                "0123456789abcdef0123456789abcdef",
                Instant.ofEpochMilli(1_545_650_171_999L),
                Duration.ofMinutes(10));

        assertThat(text(TokenResponses.issued(token)))
                .isEqualTo("{\"AccessToken\":\"eyJ0.eyJ1.sig\",\"ApplyType\":\"Bearer\",\"CreateTime\":\"1545650171\","
                        + "\"Expires\":\"600\",\"Scope\":\"0123456789abcdef0123456789abcdef\",\"AppKey\":\"demo-app\","
                        + "\"UserID\":\"Anonymous\"}");
    }

    @Test
    void theStringFormsHaveNoSecretAndNoToken() {
        AccessToken token = new AccessToken("Zq7wKv9x", "demo-app", "scope", Instant.EPOCH, Duration.ofHours(1));

        assertThat(new TokenRequest("demo-app", "Zq7wKv9x").toString())
                .contains("demo-app")
                .doesNotContain("Zq7wKv9x");
        assertThat(token.toString()).contains("demo-app").doesNotContain("Zq7wKv9x");
    }

    private static String body(int keyLength, int secretLength) {
        return "{\"app_key\":\"" + "k".repeat(keyLength) + "\",\"app_secret\":\"" + "s".repeat(secretLength) + "\"}";
    }

    private static Throwable refusal(String body) {
        return catchThrowable(() -> TokenRequest.read(utf8(body)));
    }
}
