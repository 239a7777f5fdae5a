package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One number: who uses it, and what becomes of them when it is taken back. The agents and numbers are this test's own. */
@ExtendWith(ConsoleExtension.class)
final class NumberViewTest {

    private static final String BOTH = "\"display\", \"softphone\"";

    @AfterAll
    static void uncheck(ConsoleServer server) {
        new AllottedNumbers(server).check("off");
    }

    @Test
    void whoUsesItIsSaidBeforeItIsTakenOutOfTheirSettings(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.check("off");
        numbers.allot("+49305551", "\"display\"", "Sales");
        numbers.addAgent("desk1", "Lena Wolf", "\"+49305551\", \"+49305552\"");
        numbers.addAgent("desk2", "Omar Haddad", "\"+49305551\"");
        visitor.signIn();
        open(visitor, "+49305551");
        assertThat(uses(visitor)).hasCount(2);
        assertThat(uses(visitor).first()).containsText("Lena Wolf");

        visitor.button("Take back…").click();
        assertThat(visitor.page().getByText("The settings of 2 agents use it.")).isVisible();
        assertThat(visitor.heading("Take back +49305551")).isFocused();
        assertThat(visitor.button("Take back")).isDisabled();
        visitor.page().getByLabel("Take it out of their settings").check();
        visitor.requireAccessible().picture("number");
        visitor.button("Take back").click();

        assertThat(visitor.page().locator(".notice")).containsText("+49305551 is taken back.");
        assertThat(visitor.page().getByText("No agent's settings have this number."))
                .isVisible();
        assertThat(server.call("GET", AllottedNumbers.settings("desk1"), null))
                .contains("\"displayNumbers\":[\"+49305552\"]");
        assertThat(server.call("GET", AllottedNumbers.settings("desk2"), null)).contains("\"displayNumbers\":[]");
    }

    @Test
    void settingsCanBeLeftAsTheyAre(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.check("off");
        numbers.allot("+49305553", "\"display\"", "Support");
        numbers.addAgent("desk3", "Nele Fuchs", "\"+49305553\"");
        numbers.check("enforce");
        visitor.signIn();
        open(visitor, "+49305553");
        visitor.button("Take back…").click();
        assertThat(visitor.page().locator(".withdrawal")).containsText("calls pass over it");
        visitor.page().getByLabel("Leave their settings as they are").check();
        visitor.button("Take back").click();

        assertThat(visitor.page().getByText("not allotted to this tenant space"))
                .isVisible();
        assertThat(uses(visitor)).hasCount(1);
        assertThat(server.call("GET", AllottedNumbers.settings("desk3"), null)).contains("+49305553");
    }

    @Test
    void takingAwayOneUseAsksForThoseWhoUseItSo(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.check("off");
        numbers.allot("+49305554", BOTH, "Reception");
        numbers.addAgent("desk4", "Ivo Brandt", "\"+49305554\"");
        visitor.signIn();
        open(visitor, "+49305554");
        kind(visitor, "Softphone number").uncheck();
        visitor.button("Save").click();
        assertThat(visitor.page().getByText("No agent's settings use it.")).isVisible();
        visitor.button("Cancel").click();
        kind(visitor, "Softphone number").check();
        kind(visitor, "Display number").uncheck();
        visitor.button("Save").click();

        assertThat(visitor.page().getByText("The settings of 1 agent use it.")).isVisible();
        visitor.page().getByLabel("Take it out of their settings").check();
        visitor.button("Take back").click();

        assertThat(visitor.page().locator(".notice.good")).hasText("Saved.");
        assertThat(server.call("GET", AllottedNumbers.path("+49305554"), null)).contains("\"kinds\":[\"softphone\"]");
        assertThat(server.call("GET", AllottedNumbers.settings("desk4"), null)).contains("\"displayNumbers\":[]");
        numbers.takeBack("+49305554");
    }

    @Test
    void aNumberThatIsNotAllottedShowsItsUsesAndIsAllotted(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.check("off");
        numbers.addAgent("desk5", "Rosa Klein", "\"#49305555\"");
        visitor.signIn().openView("numbers?q=" + URLEncoder.encode("#49305555", StandardCharsets.UTF_8));
        visitor.expectStatus(404).page().getByText("Who uses #49305555?").click();
        assertThat(uses(visitor)).hasCount(1);
        visitor.requireAccessible();
        kind(visitor, "Display number").check();
        visitor.button("Allot").click();

        assertThat(visitor.page().locator(".notice.good")).hasText("#49305555 is allotted.");
        uses(visitor).getByRole(AriaRole.LINK).click();
        assertThat(visitor.heading("Rosa Klein")).isVisible();
        numbers.takeBack("#49305555");
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.allot("+49305556", BOTH, "Before");
        visitor.signIn();
        open(visitor, "+49305556");
        visitor.page().getByLabel("Description").fill("Mine");
        server.call("PATCH", AllottedNumbers.path("+49305556"), "{\"description\": \"Theirs\"}");
        visitor.expectStatus(412).button("Save").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Somebody else has changed it");
        assertThat(visitor.page().getByLabel("Description")).hasValue("Theirs");
        numbers.takeBack("+49305556");
    }

    private static void open(Visitor visitor, String number) {
        visitor.openView("numbers/" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    private static Locator uses(Visitor visitor) {
        return visitor.page().locator("tbody tr");
    }

    private static Locator kind(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name));
    }
}
