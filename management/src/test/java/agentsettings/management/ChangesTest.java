package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The feed tells each change once, in order, and an old or foreign cursor is refused. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ChangesTest {

    private final Engine engine;

    ChangesTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void everyChangeIsFollowedOnce() {
        try (ApiClient client = engine.admin()) {
            String tenant = Engine.newTenant(client);
            String user = "/tenants/" + tenant + "/users/u1";
            client.post("/tenants/" + tenant + "/users", "{\"userId\":\"u1\",\"account\":\"acc\",\"name\":\"N\"}");
            client.put(user + "/settings", "{}");
            client.patch(user + "/settings", "{\"callType\":\"direct\"}");
            client.delete(user + "?settings=delete");
            List<String> types = new ArrayList<>();
            String path = "/changes?limit=3&tenant=" + tenant + "&user=u1";
            String next = path;
            String before = "";
            Checked page = client.get(next);
            while (!page.json().path("next").asString().equals(before)) {
                before = page.json().path("next").asString();
                for (JsonNode event : page.json().path("items")) {
                    types.add(event.path("type").asString().substring("agentsettings.".length()));
                    assertThat(event.path("subject").asString()).startsWith(user);
                }
                page = client.get(path + "&after=" + before);
            }
            assertThat(types)
                    .containsExactly(
                            "user.created", "settings.created", "settings.updated", "settings.deleted", "user.deleted");
            assertThat(page.header("link")).contains("tenant=" + tenant);
        }
    }

    @Test
    void aCursorOfAnotherDatabaseIsGone() {
        try (ApiClient client = engine.admin()) {
            assertThat(client.get("/changes?after=another.1-1").problem()).isEqualTo("cursor-expired");
            assertThat(client.get("/changes?after=!").errors()).containsExactly("after is not a cursor of the feed.");
        }
    }
}
