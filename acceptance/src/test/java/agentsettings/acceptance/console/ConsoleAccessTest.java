package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in to the console, and for how long. */
@ExtendWith(ConsoleExtension.class)
final class ConsoleAccessTest {

    @Test
    void theLinkOfTheDemoSignsInOnce(Visitor visitor, ConsoleServer server) {
        String link = server.demoLink();

        visitor.page().navigate(link);
        assertThat(visitor.heading("Overview")).isVisible();
        assertThat(visitor.page().url()).doesNotContain("code=");

        visitor.page().getByText("Sign out").click();
        assertThat(visitor.heading("AgentSettings")).isVisible();
        visitor.expectStatus(401).page().navigate(link);
        assertThat(visitor.page().getByRole(AriaRole.STATUS)).containsText("Ask whoever gave it to you for a new one.");
    }

    @Test
    void aWrongKeyIsRefusedWithASentence(Visitor visitor) {
        visitor.expectStatus(401).enter("ask_demoadmn_wrong");

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("The management key is not valid.");
        visitor.requireAccessible().picture("sign-in");
    }

    @Test
    void aSessionThatWasEndedIsOverAlsoForACopyOfItsCookie(Visitor visitor, ConsoleServer server) {
        visitor.signIn();
        Cookie cookie = visitor.profile().cookies().getFirst();
        assertThat(cookie.httpOnly).isTrue();
        String copy = cookie.name + "=" + cookie.value;
        assertThat(server.send("GET", "/api/v1/keys", null, "cookie", copy).statusCode())
                .isEqualTo(200);

        visitor.page().getByText("Sign out").click();
        assertThat(visitor.heading("AgentSettings")).isVisible();

        assertThat(server.send("GET", "/api/v1/keys", null, "cookie", copy).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsKeyAndGoesOnWhereItWasAfterSigningIn(Visitor visitor, ConsoleServer server) {
        String key = ManagementKeys.create(server, "Shift lead", "viewer");
        visitor.signIn(key).openView("agents?q=anna");
        assertThat(visitor.heading("Agents")).isVisible();

        ManagementKeys.revoke(server, key);
        visitor.expectStatus(401);
        Locator keyField = visitor.page().getByLabel("Management key");
        do { // until the service has noticed
            visitor.page().reload();
            assertThat(visitor.heading("Agents").or(keyField)).isVisible();
        } while (!keyField.isVisible());

        keyField.fill(ConsoleServer.ADMIN_KEY);
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(visitor.page().getByLabel("Search")).hasValue("anna");
    }

    @Test
    void aKeyThatEndsWhileThePageLoadsLeadsToTheSignIn(Visitor visitor, ConsoleServer server) {
        String key = ManagementKeys.create(server, "Night lead", "viewer");
        visitor.signIn(key).expectStatus(401);
        assertThat(visitor.heading("Overview")).isVisible();
        atNextListOfTenants(visitor, route -> {
            ManagementKeys.revoke(server, key);
            ManagementKeys.awaitStatus(server, key, 401);
            route.resume();
        });

        visitor.page().reload();

        assertThat(visitor.page().getByLabel("Management key")).isVisible();
        assertThat(visitor.page().getByRole(AriaRole.STATUS)).containsText("Your session has ended.");
    }

    @Test
    void aPageThatCannotListTheTenantSpacesSaysSo(Visitor visitor) {
        visitor.signIn().expectOffline();
        assertThat(visitor.heading("Overview")).isVisible();
        atNextListOfTenants(visitor, route -> route.abort("internetdisconnected"));

        visitor.page().reload();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("The service cannot be reached.");
        assertThat(visitor.page().getByText("Sign out")).isVisible();
    }

    private static void atNextListOfTenants(Visitor visitor, Consumer<Route> action) {
        visitor.page().route(address -> address.contains("/tenants?"), action, new Page.RouteOptions().setTimes(1));
    }

    @Test
    void oneCanSignOutWhereThereIsNothing(Visitor visitor) {
        visitor.signIn().openView("no-such-view");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();

        visitor.page().getByText("Sign out").click();

        assertThat(visitor.page().getByLabel("Management key")).isVisible();
    }
}
