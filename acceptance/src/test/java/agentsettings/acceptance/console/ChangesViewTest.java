package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The changes of the tenant space appear as they are made. The agents are this test's own. */
@ExtendWith(ConsoleExtension.class)
final class ChangesViewTest {

    private static final String NUMBER = "+49303330000";

    /** Adds an agent with settings; these are two changes. */
    private static void addAgent(ConsoleServer server, String userId) {
        server.call("POST", ContactCentre.tenant("/users"), user(userId));
        put(server, userId, "direct");
    }

    private static String user(String userId) {
        return "{\"userId\": \"%s\", \"account\": \"acc.%s\", \"name\": \"Agent %s\"}"
                .formatted(userId, userId, userId);
    }

    private static void put(ConsoleServer server, String userId, String callType) {
        put(server, userId, callType, NUMBER);
    }

    private static void put(ConsoleServer server, String userId, String callType, String number) {
        server.call(
                "PUT",
                ContactCentre.tenant("/users/" + userId + "/settings"),
                "{\"callType\": \"%s\", \"displayNumbers\": [\"%s\"]}".formatted(callType, number));
    }

    @Test
    void aChangeAppearsAtOnceWithWhoAndWhat(Visitor visitor, ConsoleServer server) {
        addAgent(server, "watched1");
        visitor.signIn().openView("changes");
        assertThat(state(visitor)).hasText("Live");

        put(server, "watched1", "passThrough");

        assertThat(changes(visitor).first()).containsText("Agent watched1");
        assertThat(changes(visitor).first()).containsText("Settings changed");
        assertThat(changes(visitor).first()).containsText("key demoadmn");
        assertThat(changes(visitor).first().locator("del")).hasText("Direct");
        assertThat(changes(visitor).first().locator("ins")).hasText("Pass-through");
        visitor.requireAccessible().picture("changes");
        changes(visitor).first().getByRole(AriaRole.LINK).click();
        assertThat(visitor.heading("Agent watched1")).isVisible();
    }

    @Test
    void theChangesOfOneAgentAreInTheAddress(Visitor visitor, ConsoleServer server) {
        addAgent(server, "watched2");
        addAgent(server, "watched3");
        visitor.signIn().openView("changes?user=watched2");
        assertThat(changes(visitor)).hasCount(2);
        assertThat(visitor.page().getByLabel("Agent", exactly())).hasValue("watched2");

        visitor.page().getByLabel("Agent", exactly()).fill("watched3");

        assertThat(changes(visitor).first()).containsText("Agent watched3");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*changes\\?user=watched3"));
        put(server, "watched2", "bidirectional");
        put(server, "watched3", "bidirectional");
        assertThat(changes(visitor)).hasCount(3);

        visitor.page().getByLabel("Agent", exactly()).fill("nobody");
        assertThat(visitor.page().getByText("Nothing was changed here lately.")).isVisible();
        visitor.requireAccessible();
    }

    @Test
    void whileItPausesNothingMovesAndNothingIsMissedAfterwards(Visitor visitor, ConsoleServer server) {
        addAgent(server, "watched4");
        visitor.signIn().openView("changes?user=watched4");
        assertThat(changes(visitor)).hasCount(2);
        visitor.button("Pause").click();
        assertThat(state(visitor)).hasText("Paused");

        put(server, "watched4", "bidirectional");
        Page other = visitor.profile().newPage();
        other.navigate(visitor.page().url());
        assertThat(other.locator(".changes > li")).hasCount(3);
        assertThat(changes(visitor).count()).isEqualTo(2);
        put(server, "watched4", "direct");
        visitor.button("Go on").click();

        assertThat(changes(visitor)).hasCount(4);
    }

    @Test
    void itSaysThatTheConnectionIsLostAndGoesOnByItself(Visitor visitor, ConsoleServer server) {
        addAgent(server, "watched5");
        visitor.signIn().openView("changes?user=watched5");
        assertThat(state(visitor)).hasText("Live");
        visitor.requireAccessible();
        visitor.button("Pause").click();

        visitor.expectOffline().profile().setOffline(true);
        visitor.button("Go on").click();
        assertThat(state(visitor)).hasText("Connection lost");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("nothing will be missing");
        visitor.requireAccessible();
        put(server, "watched5", "bidirectional");
        visitor.profile().setOffline(false);

        assertThat(state(visitor)).hasText("Live");
        assertThat(changes(visitor)).hasCount(3);
        assertThat(changes(visitor).first().locator("ins")).hasText("Bidirectional");
    }

    @Test
    void anAgentWhoIsGoneHasANameButNoLink(Visitor visitor, ConsoleServer server) {
        server.call("POST", ContactCentre.tenant("/users"), user("watched6"));
        server.call("DELETE", ContactCentre.tenant("/users/watched6"), null);

        visitor.signIn().openView("changes?user=watched6");

        assertThat(changes(visitor).first()).containsText("Agent deleted");
        assertThat(changes(visitor).first()).containsText("Agent watched6");
        assertThat(changes(visitor).getByRole(AriaRole.LINK)).hasCount(0);
    }

    /** The page does not grow with what happens, however long it is open. */
    @Test
    void atMostAThousandAreShown(Visitor visitor, ConsoleServer server) {
        addAgent(server, "watched7");
        visitor.signIn().openView("changes?user=watched7");
        assertThat(changes(visitor)).hasCount(2);
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1004; i++) {
                String number = "+4930333" + (1000 + i);
                var _ = clients.submit(() -> put(server, "watched7", "direct", number));
            }
        }
        put(server, "watched7", "bidirectional");

        assertThat(changes(visitor).first()).containsText("Bidirectional");
        assertThat(changes(visitor)).hasCount(1000);
    }

    @Test
    void itFitsOnAPhone(Visitor visitor) {
        visitor.signIn().openView("changes");
        visitor.page().setViewportSize(390, 844);
        assertThat(changes(visitor).first()).isVisible();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        visitor.picture("changes-phone");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".head .badge");
    }

    private static Locator changes(Visitor visitor) {
        return visitor.page().locator(".changes > li");
    }
}
