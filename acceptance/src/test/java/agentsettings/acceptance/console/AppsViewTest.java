package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Apps are made, their secrets are shown once and replaced, and they are disabled and deleted. The apps are this test's own. */
@ExtendWith(ConsoleExtension.class)
@Timeout(120)
final class AppsViewTest {

    @Test
    void anAppIsMadeItsSecretIsCopiedAndShownOnlyOnce(Visitor visitor, ConsoleServer server) {
        visitor.profile()
                .grantPermissions(
                        List.of("clipboard-read", "clipboard-write"),
                        new BrowserContext.GrantPermissionsOptions().setOrigin(server.base()));
        visitor.signIn().openView("apps");
        visitor.page().getByLabel("App key").fill("console-app/1");
        visitor.button("Make the app").click();
        assertThat(visitor.page().getByText("The app console-app/1 was made.").first())
                .isVisible();
        String secret = secret(visitor);
        assertThat(secret).hasSizeGreaterThan(20);
        visitor.button("Copy").click();
        assertThat(visitor.button("Copied")).isVisible();
        assertThat(visitor.page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(secret);
        visitor.requireAccessible().picture("apps");
        server.awaitSignIn("console-app/1", secret, true);

        visitor.page().reload();
        visitor.page().getByText("console-app/1").click();
        assertThat(visitor.heading("console-app/1")).isVisible();
        assertThat(visitor.page().getByLabel("Secret", exact())).hasCount(0);
        assertThat(visitor.page().content()).doesNotContain(secret);
    }

    @Test
    void aSecretIsReplacedAtOnceAndTheAppIsDisabledAndDeleted(Visitor visitor, ConsoleServer server) {
        String made = server.call(
                "POST", "/apps", "{\"key\": \"console-app2\", \"tenantId\": \"" + ConsoleServer.TENANT + "\"}");
        String first = made.replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
        visitor.signIn().openView("apps/console-app2");
        visitor.button("Make a new secret").click();
        assertThat(visitor.page().getByText("The app has a new secret.").first())
                .isVisible();
        assertThat(visitor.page().getByText("The secret before ends")).isVisible();
        visitor.requireAccessible().picture("app");
        String second = secret(visitor);
        server.awaitSignIn("console-app2", first, true);
        server.awaitSignIn("console-app2", second, true);

        visitor.page().getByLabel("The secret before is accepted").selectOption("PT0S");
        visitor.expectDialog(
                "Replace the secret of console-app2 now? Whatever uses the one before is refused at once. This can't be undone.",
                true);
        visitor.button("Make a new secret").click();
        assertThat(visitor.page().getByText("The secret before ends")).hasCount(0);
        server.awaitSignIn("console-app2", first, false);

        visitor.page().getByLabel("2023").click();
        assertThat(visitor.page().getByText("Saved.").first()).isVisible();
        visitor.expectDialog("Disable the app console-app2? It is refused from now on, and its tokens end.", true);
        visitor.button("Disable").click();
        assertThat(visitor.page().getByText("Disabled")).isVisible();
        assertThat(server.call("GET", "/apps/console-app2", null)).contains("\"enabled\":false", "\"edition\":2023");

        visitor.expectDialog(
                "Delete the app console-app2? Whatever uses it is refused from now on. This can't be undone.", false);
        visitor.button("Delete the app…").click();
        assertThat(visitor.heading("console-app2")).isVisible();
        visitor.expectDialog(
                "Delete the app console-app2? Whatever uses it is refused from now on. This can't be undone.", true);
        visitor.button("Delete the app…").click();
        assertThat(visitor.heading("Apps")).isVisible();
        assertThat(visitor.page().getByText("console-app2", exactText())).hasCount(0);
    }

    @Test
    void aChangeOfSomebodyElseIsNotOverwritten(Visitor visitor, ConsoleServer server) {
        server.call("POST", "/apps", "{\"key\": \"console-app3\", \"tenantId\": \"" + ConsoleServer.TENANT + "\"}");
        visitor.signIn().openView("apps/console-app3");
        assertThat(visitor.heading("console-app3")).isVisible();
        server.call("PATCH", "/apps/console-app3", "{\"enabled\": false}");
        visitor.expectStatus(412).page().getByLabel("2023").click();
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(visitor.page().getByText("Disabled")).isVisible();
        assertThat(server.call("GET", "/apps/console-app3", null)).contains("\"edition\":2025");
    }

    @Test
    void aViewerSeesAppsAndChangesNone(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Looks at apps", "viewer")).openView("apps");
        Locator app = visitor.page().locator("tbody tr a").first();
        assertThat(app).isVisible();
        assertThat(visitor.button("Make the app")).hasCount(0);
        visitor.requireAccessible();
        app.click();
        assertThat(visitor.heading("Edition")).isVisible();
        assertThat(visitor.page().locator("main button")).hasCount(0);
    }

    private static String secret(Visitor visitor) {
        return visitor.page().getByLabel("Secret", exact()).inputValue();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByTextOptions exactText() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
