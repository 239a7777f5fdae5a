package agentsettings.wire;

import static agentsettings.wire.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import agentsettings.core.apps.Caller;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every exception has its code and message in the response; details for the operator are not sent. */
class FailureResponsesTest {

    @Test
    void aRequestExceptionKeepsCodeAndMessage() {
        Response response = FailureResponses.of(
                new RequestException(ReturnCode.MEDIA_TYPE, "Content-Type: only application/json."));

        assertThat(response.code()).isEqualTo(ReturnCode.MEDIA_TYPE);
        assertThat(text(response))
                .isEqualTo("{\"returnCode\":\"1008\",\"returnDesc\":\"Content-Type: only application/json.\"}");
    }

    @Test
    void aMissingFieldHasACodeOfItsOwn() {
        Response response = violated(new SettingsDraft(null, null, null, null, null, null, null));

        assertThat(response.code()).isEqualTo(ReturnCode.MISSING);
        assertThat(text(response)).contains("\"userId: is required.\"");
    }

    @Test
    void aViolationHasTheVendorsFieldName() {
        requireRefused(new SettingsDraft(null, "", null, null, null, null, null), "\"userId: ");
        requireRefused(new SettingsDraft(null, "u", "", null, null, null, null), "\"callType: ");
        requireRefused(new SettingsDraft(null, "u", null, List.of("1", "x"), null, null, null), "\"callerPresent[1]: ");
        requireRefused(new SettingsDraft(null, "u", null, null, List.of(""), null, null), "\"callNumber[0]: ");
        requireRefused(new SettingsDraft(null, "u", null, null, null, "x", null), "\"callerPresentDefault: ");
        requireRefused(new SettingsDraft(null, "u", null, null, null, null, "x"), "\"callNumberDefault: ");
    }

    @Test
    void aRejectedCommandIsOverload() {
        Response response = FailureResponses.of(new StoreOverloaded("Too many writes are queued; retry later."));

        assertThat(response.code()).isEqualTo(ReturnCode.OVERLOADED);
        assertThat(text(response)).contains("\"Too many writes are queued; retry later.\"");
    }

    @Test
    void detailsOfAStorageFailureAreNotSent() {
        Response response =
                FailureResponses.of(new StoreUnavailable("SELECT Zq7wKv9x", new IllegalStateException("Zq7wKv9x")));

        assertThat(response.code()).isEqualTo(ReturnCode.STORAGE_UNAVAILABLE);
        assertThat(text(response)).doesNotContain("Zq7wKv9x");
    }

    @Test
    void anUnexpectedExceptionIsAnInternalErrorWithoutDetails() {
        for (Throwable failure : List.of(
                new IllegalStateException("Zq7wKv9x"), new NullPointerException("Zq7wKv9x"), new Error("Zq7wKv9x"))) {
            Response response = FailureResponses.of(failure);

            assertThat(response.code()).isEqualTo(ReturnCode.SERVICE_FAILED);
            assertThat(text(response)).doesNotContain("Zq7wKv9x").doesNotContain("Exception");
        }
    }

    private static void requireRefused(SettingsDraft draft, String description) {
        Response response = violated(draft);

        assertThat(response.code()).isEqualTo(ReturnCode.VALUE_REFUSED);
        assertThat(text(response)).contains("\"returnDesc\":" + description);
    }

    private static Response violated(SettingsDraft draft) {
        Caller caller = Caller.ofApp("202205116084", "demo-app");
        return FailureResponses.of(catchThrowable(() -> SettingsRules.create(caller, draft, null)));
    }
}
