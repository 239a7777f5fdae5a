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
class FailureAnswersTest {

    @Test
    void aRefusalKeepsItsCodeAndWords() {
        Answer answer = FailureAnswers.of(new Refusal(ReturnCode.MEDIA_TYPE, "Content-Type: only application/json."));

        assertThat(answer.code()).isEqualTo(ReturnCode.MEDIA_TYPE);
        assertThat(text(answer))
                .isEqualTo("{\"returnCode\":\"1008\",\"returnDesc\":\"Content-Type: only application/json.\"}");
    }

    @Test
    void aMissingFieldHasACodeOfItsOwn() {
        Answer answer = violated(new SettingsDraft(null, null, null, null, null, null, null));

        assertThat(answer.code()).isEqualTo(ReturnCode.MISSING);
        assertThat(text(answer)).contains("\"userId: mandatory, but missing.\"");
    }

    @Test
    void aBrokenRuleIsToldWithTheVendorsNameOfTheField() {
        demandRefused(new SettingsDraft(null, "", null, null, null, null, null), "\"userId: ");
        demandRefused(new SettingsDraft(null, "u", "", null, null, null, null), "\"callType: ");
        demandRefused(new SettingsDraft(null, "u", null, List.of("1", "x"), null, null, null), "\"callerPresent[1]: ");
        demandRefused(new SettingsDraft(null, "u", null, null, List.of(""), null, null), "\"callNumber[0]: ");
        demandRefused(new SettingsDraft(null, "u", null, null, null, "x", null), "\"callerPresentDefault: ");
        demandRefused(new SettingsDraft(null, "u", null, null, null, null, "x"), "\"callNumberDefault: ");
    }

    @Test
    void aStoreThatTakesNoMoreIsOverload() {
        Answer answer = FailureAnswers.of(new StoreOverloaded("Too many writes are waiting."));

        assertThat(answer.code()).isEqualTo(ReturnCode.OVERLOADED);
        assertThat(text(answer)).contains("\"Too many writes are waiting.\"");
    }

    @Test
    void howTheStorageFailedStaysInside() {
        Answer answer =
                FailureAnswers.of(new StoreUnavailable("SELECT Zq7wKv9x", new IllegalStateException("Zq7wKv9x")));

        assertThat(answer.code()).isEqualTo(ReturnCode.STORAGE_UNAVAILABLE);
        assertThat(text(answer)).doesNotContain("Zq7wKv9x");
    }

    @Test
    void anythingUnforeseenIsTheServicesFailureAndStaysInside() {
        for (Throwable failure : List.of(
                new IllegalStateException("Zq7wKv9x"), new NullPointerException("Zq7wKv9x"), new Error("Zq7wKv9x"))) {
            Answer answer = FailureAnswers.of(failure);

            assertThat(answer.code()).isEqualTo(ReturnCode.SERVICE_FAILED);
            assertThat(text(answer)).doesNotContain("Zq7wKv9x").doesNotContain("Exception");
        }
    }

    private static void demandRefused(SettingsDraft draft, String description) {
        Answer answer = violated(draft);

        assertThat(answer.code()).isEqualTo(ReturnCode.VALUE_REFUSED);
        assertThat(text(answer)).contains("\"returnDesc\":" + description);
    }

    private static Answer violated(SettingsDraft draft) {
        Caller caller = new Caller("202205116084", "demo-app");
        return FailureAnswers.of(catchThrowable(() -> SettingsRules.create(caller, draft, null)));
    }
}
