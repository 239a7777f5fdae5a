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

/** Every failure gets its code and its words, and what only the operator should know stays inside. */
class FailureResponsesTest {

    @Test
    void aRefusalKeepsItsCodeAndWords() {
        Response answer = FailureResponses.of(
                new RequestException(ReturnCode.MEDIA_TYPE, "Content-Type: only application/json."));

        assertThat(answer.code()).isEqualTo(ReturnCode.MEDIA_TYPE);
        assertThat(text(answer))
                .isEqualTo("{\"returnCode\":\"1008\",\"returnDesc\":\"Content-Type: only application/json.\"}");
    }

    @Test
    void aMissingFieldHasACodeOfItsOwn() {
        Response answer = violated(new SettingsDraft(null, null, null, null, null, null, null));

        assertThat(answer.code()).isEqualTo(ReturnCode.MISSING);
        assertThat(text(answer)).contains("\"userId: is required.\"");
    }

    @Test
    void aBrokenRuleIsToldWithTheVendorsNameOfTheField() {
        requireRefused(new SettingsDraft(null, "", null, null, null, null, null), "\"userId: ");
        requireRefused(new SettingsDraft(null, "u", "", null, null, null, null), "\"callType: ");
        requireRefused(new SettingsDraft(null, "u", null, List.of("1", "x"), null, null, null), "\"callerPresent[1]: ");
        requireRefused(new SettingsDraft(null, "u", null, null, List.of(""), null, null), "\"callNumber[0]: ");
        requireRefused(new SettingsDraft(null, "u", null, null, null, "x", null), "\"callerPresentDefault: ");
        requireRefused(new SettingsDraft(null, "u", null, null, null, null, "x"), "\"callNumberDefault: ");
    }

    @Test
    void aStoreThatTakesNoMoreIsOverload() {
        Response answer = FailureResponses.of(new StoreOverloaded("Too many writes are queued; retry later."));

        assertThat(answer.code()).isEqualTo(ReturnCode.OVERLOADED);
        assertThat(text(answer)).contains("\"Too many writes are queued; retry later.\"");
    }

    @Test
    void howTheStorageFailedStaysInside() {
        Response answer =
                FailureResponses.of(new StoreUnavailable("SELECT Zq7wKv9x", new IllegalStateException("Zq7wKv9x")));

        assertThat(answer.code()).isEqualTo(ReturnCode.STORAGE_UNAVAILABLE);
        assertThat(text(answer)).doesNotContain("Zq7wKv9x");
    }

    @Test
    void anythingUnforeseenIsTheServicesFailureAndStaysInside() {
        for (Throwable failure : List.of(
                new IllegalStateException("Zq7wKv9x"), new NullPointerException("Zq7wKv9x"), new Error("Zq7wKv9x"))) {
            Response answer = FailureResponses.of(failure);

            assertThat(answer.code()).isEqualTo(ReturnCode.SERVICE_FAILED);
            assertThat(text(answer)).doesNotContain("Zq7wKv9x").doesNotContain("Exception");
        }
    }

    private static void requireRefused(SettingsDraft draft, String description) {
        Response answer = violated(draft);

        assertThat(answer.code()).isEqualTo(ReturnCode.VALUE_REFUSED);
        assertThat(text(answer)).contains("\"returnDesc\":" + description);
    }

    private static Response violated(SettingsDraft draft) {
        Caller caller = new Caller("202205116084", "demo-app");
        return FailureResponses.of(catchThrowable(() -> SettingsRules.create(caller, draft, null)));
    }
}
