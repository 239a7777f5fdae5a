package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.settings.AgentSettings;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field of the settings goes from a create to the response of a query; a new one is not forgotten on the way. */
class EveryFieldTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    @Test
    void theExampleHasAValueForEveryField() {
        SettingsDraft draft = SettingsReader.update(body());

        assertThat(Arrays.stream(SettingsDraft.class.getRecordComponents()))
                .allSatisfy(field -> assertThat(valueOf(field, draft))
                        .as("%s: read it in SettingsReader and add it to this test's body", field.getName())
                        .isNotNull());
    }

    @Test
    void aQueryRespondsWithEveryFieldThatACreateHas() {
        CreateSettings create = SettingsRules.create(CALLER, SettingsReader.create(body()), null);
        AgentSettings stored = new AgentSettings(1, create.userId(), "y111", create.outbound(), 1, Instant.EPOCH);

        Response response = SettingsResponses.found(
                new FindSettings(CALLER.tenantId(), create.userId()), new FindSettings.Found(stored));

        assertThat(PlainJson.read(response))
                .as("write each field in SettingsResponses")
                .containsAllEntriesOf(sent());
    }

    private static byte[] body() {
        return Bodies.utf8(Bodies.VENDORS_CREATE.replaceFirst("\\{", "{\"id\":\"1\","));
    }

    private static Map<String, Object> sent() {
        return PlainJson.read(new Response(ReturnCode.SUCCESS, body()));
    }

    private static Object valueOf(RecordComponent field, SettingsDraft draft) {
        try {
            return field.getAccessor().invoke(draft);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(field.getName(), e);
        }
    }
}
