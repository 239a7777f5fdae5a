package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Management keys are made, shown once, and revoked. The keys are this test's own. */
@ExtendWith(ConsoleExtension.class)
@Timeout(120)
final class KeysViewTest {

    @Test
    void aKeyIsMadeWithRoleAndEndAndSignsInUntilItIsRevoked(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("keys");
        visitor.page().getByLabel("Name", exact()).fill("Night shift <b>lead</b>");
        visitor.page().getByLabel("Editor").check();
        visitor.page().getByLabel("Last day (none if empty)").fill("2099-12-31");
        visitor.button("Make the key").click();
        String key = visitor.page().getByLabel("Management key", exact()).inputValue();
        assertThat(key).startsWith("ask_");
        Locator row = row(visitor, "Night shift <b>lead</b>");
        assertThat(row).containsText("Editor");
        assertThat(row).containsText("31 Dec 2099");
        assertThat(row).containsText(ConsoleServer.TENANT);
        visitor.requireAccessible().picture("keys");
        ManagementKeys.awaitStatus(server, key, 200);

        visitor.page().reload();
        assertThat(row).isVisible();
        assertThat(visitor.page().content()).doesNotContain(key);
        visitor.expectDialog(
                "Revoke the key “Night shift <b>lead</b>”? Whoever uses it is refused within a second. This can't be undone.",
                false);
        revoke(visitor, "Night shift <b>lead</b>");
        assertThat(row).isVisible();
        visitor.expectDialog(
                "Revoke the key “Night shift <b>lead</b>”? Whoever uses it is refused within a second. This can't be undone.",
                true);
        revoke(visitor, "Night shift <b>lead</b>");
        assertThat(row).hasCount(0);
        ManagementKeys.awaitStatus(server, key, 401);
    }

    @Test
    void whoRevokesTheirOwnKeyIsSignedOut(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Leaves today", "admin")).openView("keys");
        assertThat(row(visitor, "Leaves today")).containsText("Yours");
        visitor.expectDialog(
                "Revoke your own key? You are signed out, and it signs you in no more. This can't be undone.", true);
        revoke(visitor, "Leaves today");
        assertThat(visitor.button("Sign in")).isVisible();
    }

    @Test
    void anAdministratorOfOneTenantSpaceMakesKeysOfItAlone(Visitor visitor, ConsoleServer server) {
        String text = server.call(
                        "POST",
                        "/keys",
                        "{\"name\": \"One space\", \"role\": \"admin\", \"tenantId\": \"" + ConsoleServer.TENANT
                                + "\"}")
                .replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
        ManagementKeys.awaitStatus(server, text, 200);
        visitor.signIn(text).openView("keys");
        assertThat(row(visitor, "One space")).isVisible();
        assertThat(visitor.page().getByLabel("For all tenant spaces")).hasCount(0);
        assertThat(visitor.page().locator("tbody")).not().containsText("All");
    }

    @Test
    void onlyAnAdministratorSeesKeys(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Edits only", "editor"));
        assertThat(visitor.page().locator(".nav")).not().containsText("Keys");
        visitor.openView("keys");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    private static Locator row(Visitor visitor, String name) {
        return visitor.page().locator("tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    private static void revoke(Visitor visitor, String name) {
        visitor.button("Revoke " + name).click();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
