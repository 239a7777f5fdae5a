package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every returnCode is a client's to rely on: distinct, in its family, with its status, and never renumbered. */
class ReturnCodeTest {

    @Test
    void noTwoFailuresShareACode() {
        assertThat(Arrays.stream(ReturnCode.values()).map(ReturnCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.equals("0") || code.matches("[1-9][0-9]{3}"));
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, 0, 200",
        "NOT_JSON, 1001, 400",
        "NOT_AN_OBJECT, 1002, 400",
        "WRONG_TYPE, 1003, 400",
        "MISSING, 1004, 400",
        "VALUE_REFUSED, 1005, 400",
        "DUPLICATE_KEY, 1006, 400",
        "TOO_LARGE, 1007, 413",
        "MEDIA_TYPE, 1008, 415",
        "METHOD, 1009, 405",
        "NO_CREDENTIALS, 2001, 401",
        "TOKEN_REFUSED, 2002, 401",
        "APP_REFUSED, 2003, 401",
        "WRONG_TENANT_SPACE, 2004, 401",
        "TOO_MANY_REQUESTS, 2005, 429",
        "UNKNOWN_PATH, 4001, 404",
        "UNKNOWN_USER, 5001, 500",
        "SETTINGS_EXIST, 5002, 500",
        "NO_SETTINGS, 5003, 500",
        "ID_MISMATCH, 5004, 500",
        "NUMBER_NOT_ALLOTTED, 5005, 500",
        "ACCOUNT_TAKEN, 5006, 500",
        "SERVICE_FAILED, 9000, 503",
        "OVERLOADED, 9001, 503",
        "STORAGE_UNAVAILABLE, 9002, 503",
        "OUTCOME_UNKNOWN, 9003, 503"
    })
    void aCodeOncePublishedStays(ReturnCode returnCode, String code, int status) {
        assertThat(returnCode.code()).isEqualTo(code);
        assertThat(returnCode.status()).isEqualTo(status);
    }

    @Test
    void onlyOverloadAndTheServicesOwnFailuresAreWorthARetry() {
        assertThat(Arrays.stream(ReturnCode.values()).filter(ReturnCode::isWorthRetrying))
                .containsExactlyInAnyOrder(
                        ReturnCode.TOO_MANY_REQUESTS,
                        ReturnCode.SERVICE_FAILED,
                        ReturnCode.OVERLOADED,
                        ReturnCode.STORAGE_UNAVAILABLE,
                        ReturnCode.OUTCOME_UNKNOWN);
    }
}
