package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's requests are tried as an app, and the last ones are seen. */
@ExtendWith(ConsoleExtension.class)
final class TryViewTest {

    private static final String SECRET = "demo-app-secret-for-local-use-only";

    @BeforeAll
    static void addAgent(ConsoleServer server) {
        new AllottedNumbers(server).addAgent("tried1", "Tilda Ried", "\"+49306660001\"");
    }

    @Test
    void aRequestIsSentAndItsResponseIsShownAsItIs(Visitor visitor) {
        visitor.signIn().openView("try");
        body(visitor).fill("{\"userId\": \"tried1\"}");
        visitor.button("Send").click();

        assertThat(message(visitor, "Request").first())
                .containsText("POST /apiaccess/CC-Management/v1/openapp/agentsettings/query HTTP/1.1");
        assertThat(message(visitor, "Request").first()).containsText("X-APP-Key: demo-app");
        assertThat(message(visitor, "Response").first()).containsText("HTTP/1.1 200");
        assertThat(message(visitor, "Response").first()).containsText("content-type: application/json;charset=UTF-8");
        assertThat(message(visitor, "Response").first()).containsText("\"agentName\":\"acc.tried1\"");
        visitor.button("Send").hover();
        visitor.requireAccessible();
        assertThat(received(visitor).first()).containsText("POST query");
        received(visitor).first().locator("summary").click();
        assertThat(received(visitor).first().locator("pre").first()).containsText("\"tried1\"");
        visitor.requireAccessible().picture("try");
    }

    @Test
    void aRequestThatIsRefusedSaysWhy(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("try?op=update");
        body(visitor).fill("{\"userId\": \"tried1\",");
        visitor.button("Send").click();

        assertThat(message(visitor, "Response").first()).containsText("The body is not valid JSON");
        assertThat(visitor.page().locator("#result-title .badge")).hasText("400 · 1001");
        visitor.page().getByLabel("Operation").selectOption("delete");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*try\\?op=delete"));
        body(visitor).fill("{\"userId\": \"tried1\"}");
        visitor.button("Send").click();

        assertThat(visitor.page().locator("#result-title .badge")).hasText("200 · 0");
        assertThat(server.call("GET", ContactCentre.tenant("/users/tried1/history?limit=1"), null))
                .contains("settings.deleted")
                .contains("demo-app");
        server.call("PUT", AllottedNumbers.settings("tried1"), "{\"callType\": \"direct\"}");
    }

    @Test
    void aTokenAndTheSecretForItAreNotShown(Visitor visitor) {
        visitor.signIn().openView("try?op=token");
        body(visitor).fill("{\"app_key\": \"demo-app\", \"app_secret\": \"" + SECRET + "\"}");
        visitor.button("Send").click();

        assertThat(message(visitor, "Request").first()).containsText("\"app_secret\":\"***\"");
        assertThat(message(visitor, "Request").first()).not().containsText(SECRET);
        assertThat(received(visitor).first()).containsText("POST tokenByAkSk");
        received(visitor).first().locator("summary").click();
        assertThat(received(visitor).first()).containsText("The body is not shown");
        assertThat(visitor.page().locator(".received")).not().containsText(SECRET);
        assertThat(visitor.page().content()).doesNotContain("eyJ");
    }

    @Test
    void whoIsNoAdministratorDoesNotSeeIt(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Edits only", "editor"));
        assertThat(visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try it")))
                .hasCount(0);
        visitor.openView("try");
        assertThat(visitor.page().getByText("You may not see this view.")).isVisible();
    }

    @Test
    void itFitsOnAPhone(Visitor visitor) {
        visitor.signIn().openView("try");
        visitor.page().setViewportSize(390, 844);
        assertThat(visitor.button("Send")).isVisible();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        visitor.picture("try-phone");
    }

    private static Locator body(Visitor visitor) {
        return visitor.page().getByLabel("Body");
    }

    private static Locator message(Visitor visitor, String label) {
        return visitor.page()
                .locator("pre", new Page.LocatorOptions())
                .and(visitor.page().getByLabel(label));
    }

    private static Locator received(Visitor visitor) {
        return visitor.page().locator(".received .changes > li");
    }
}
