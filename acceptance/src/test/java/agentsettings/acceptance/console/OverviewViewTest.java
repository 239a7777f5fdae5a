package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overview: how many agents have what, which calls would fail, and how the service is doing. */
@ExtendWith(ConsoleExtension.class)
final class OverviewViewTest {

    @Test
    void itCountsAndEachNumberLeadsToTheAgents(Visitor visitor) {
        visitor.signIn();
        Locator without = visitor.page().locator(".tile", new Page.LocatorOptions().setHasText("without settings"));
        assertThat(without).containsText("33");
        assertThat(visitor.page().getByText("Requests per second")).isVisible();
        visitor.requireAccessible().picture("overview");

        without.click();

        assertThat(visitor.heading("Agents")).isVisible();
        assertThat(visitor.page().getByText("33 agents").first()).isVisible();
    }

    @Test
    void aCallThatWouldFailIsTwoClicksFromItsRepair(Visitor visitor) {
        visitor.signIn();
        Locator faulty =
                visitor.page().locator("section", new Page.LocatorOptions().setHasText("Calls that would fail"));
        assertThat(faulty).containsText("No number to present.");

        faulty.getByRole(AriaRole.LINK).first().click();

        assertThat(visitor.page().locator(".plan")).containsText("A call would fail.");
    }

    @Test
    void itPlotsTheChangesOfTheLastHoursAndDays(Visitor visitor) {
        visitor.signIn();
        Locator figures = visitor.page().locator(".card table tbody tr");
        assertThat(figures).hasCount(24);
        assertThat(visitor.page().locator(".time-columns rect:not(.place)")).hasCount(24);
        visitor.page().getByLabel("Period").selectOption("day");
        assertThat(figures).hasCount(30);
        assertThat(figures.last()).not().hasText(Pattern.compile(".* 0$"));
        visitor.requireAccessible();
        assertThat(visitor.page()
                        .evaluate("document.querySelector('.frame').getBoundingClientRect().bottom + scrollY"
                                + " >= document.documentElement.scrollHeight - 1"))
                .as("the page ends with its content")
                .isEqualTo(true);
    }

    @Test
    void itFitsOnAPhone(Visitor visitor) {
        visitor.signIn().page().setViewportSize(390, 844);
        assertThat(visitor.page().getByText("Requests per second")).isVisible();
        visitor.picture("overview-phone");
    }
}
