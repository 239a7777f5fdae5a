package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of agents: searched, filtered and read page by page. */
@ExtendWith(ConsoleExtension.class)
final class AgentsViewTest {

    @Test
    void itShowsWhatACallOfEachAgentWouldDo(Visitor visitor) {
        visitor.signIn().openView("agents");
        assertThat(visitor.page().getByText("122 agents")).isVisible();
        visitor.openView("agents?q=a.0");

        Locator row = row(visitor, "a.001");
        assertThat(row).containsText("Bidirectional");
        assertThat(row).containsText("+49305550001");
        assertThat(row).containsText("7001");
        visitor.requireAccessible().picture("agents");
    }

    @Test
    void aNameThatIsAScriptIsShownAsText(Visitor visitor) {
        visitor.signIn().openView("agents");

        assertThat(row(visitor, "a.003")).containsText(ContactCentre.SCRIPT_NAME);
        assertThat(row(visitor, "a.004")).containsText(ContactCentre.LONG_NAME);
    }

    @Test
    void aSearchIsInTheAddressAndStaysAfterAReload(Visitor visitor) {
        visitor.signIn().openView("agents");
        visitor.page().getByLabel("Search").fill("becker");

        assertThat(rows(visitor)).hasCount(7);
        assertThat(visitor.page()).hasURL(Pattern.compile(".*agents\\?q=becker"));
        visitor.page().reload();
        assertThat(rows(visitor)).hasCount(7);
        assertThat(visitor.page().getByLabel("Search")).hasValue("becker");

        visitor.page().getByText("Becker").first().click();
        visitor.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("You are here"))
                .getByText("Agents")
                .click();
        assertThat(rows(visitor)).hasCount(7);
    }

    @Test
    void filtersFindByCallTypeNumberAndStatus(Visitor visitor) {
        visitor.signIn().openView("agents");
        visitor.page().getByLabel("Uses number").fill("7001");
        assertThat(rows(visitor)).hasCount(1);
        visitor.page().getByLabel("Uses number").fill("");
        visitor.page()
                .locator("select", new Page.LocatorOptions().setHasText("Suspended"))
                .selectOption("suspended");
        assertThat(rows(visitor)).hasCount(5);
        visitor.page().getByLabel("Search").fill("nobody is called so");
        assertThat(visitor.page().getByText("No agent matches these filters.")).isVisible();
        visitor.picture("agents-none");
        visitor.page().getByText("Clear filters").click();
        assertThat(rows(visitor)).hasCount(100);
    }

    @Test
    void pagesGoForwardAndBack(Visitor visitor) {
        visitor.signIn().openView("agents");
        assertThat(rows(visitor)).hasCount(100);

        visitor.page().getByText("Next page").click();
        assertThat(rows(visitor)).hasCount(22);
        visitor.page().getByText("Previous page").click();
        assertThat(rows(visitor)).hasCount(100);
    }

    @Test
    void columnsCanBeChosenAndAreRemembered(Visitor visitor) {
        visitor.signIn().openView("agents");
        visitor.page().locator("summary").click();
        visitor.page().getByLabel("User ID").check();

        assertThat(visitor.page().getByRole(AriaRole.COLUMNHEADER).getByText("User ID"))
                .isVisible();
        visitor.page().reload();
        assertThat(row(visitor, "a.001")).containsText("agent001");
    }

    @Test
    void itFitsOnAPhone(Visitor visitor) {
        visitor.signIn().openView("agents");
        visitor.page().setViewportSize(390, 844);

        assertThat(row(visitor, "a.001")).isVisible();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        assertThat(visitor.page().locator("header.bar").boundingBox().height)
                .as("lines of the header")
                .isLessThan(100);
        visitor.picture("agents-phone");
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("tbody tr");
    }

    private static Locator row(Visitor visitor, String account) {
        return rows(visitor).filter(new Locator.FilterOptions().setHasText(account));
    }
}
