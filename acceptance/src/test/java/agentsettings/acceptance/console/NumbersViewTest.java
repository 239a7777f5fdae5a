package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The allotted numbers: searched, read page by page, allotted, and checked or not. */
@ExtendWith(ConsoleExtension.class)
final class NumbersViewTest {

    private static final int NUMBERS = 105;

    @BeforeAll
    static void allot(ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        for (int i = 0; i < NUMBERS; i++) {
            boolean isDesk = i % 5 == 4;
            numbers.allot(number(i), isDesk ? "\"softphone\"" : "\"display\"", (isDesk ? "Desk " : "Campaign ") + i);
        }
    }

    @AfterAll
    static void takeBack(ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        for (int i = 0; i < NUMBERS; i++) {
            numbers.takeBack(number(i));
        }
        numbers.check("off");
    }

    private static String number(int i) {
        return String.format(Locale.ROOT, "+49304440%03d", i);
    }

    @Test
    void theyAreSearchedAndTheAddressHasTheSearch(Visitor visitor) {
        visitor.signIn().openView("numbers");
        assertThat(visitor.page().getByText("105 allotted numbers")).isVisible();
        visitor.requireAccessible().picture("numbers");

        visitor.page().getByLabel("Search").fill("campaign 7");
        assertThat(rows(visitor)).hasCount(9);
        visitor.page().locator("main select").selectOption("softphone");
        assertThat(visitor.page().getByText("No allotted number matches these filters."))
                .isVisible();
        visitor.requireAccessible();
        visitor.page().getByLabel("Search").fill("desk");
        assertThat(rows(visitor)).hasCount(21);

        assertThat(visitor.page()).hasURL(Pattern.compile(".*numbers\\?q=desk&kind=softphone"));
        visitor.page().reload();
        assertThat(rows(visitor)).hasCount(21);
        assertThat(visitor.page().getByLabel("Search")).hasValue("desk");
    }

    @Test
    void pagesGoForwardAndBackByTheAddress(Visitor visitor) {
        visitor.signIn().openView("numbers");
        assertThat(rows(visitor)).hasCount(100);

        visitor.button("Next page").click();
        assertThat(rows(visitor)).hasCount(5);
        visitor.page().reload();
        assertThat(rows(visitor)).hasCount(5);
        visitor.button("First page").click();
        assertThat(rows(visitor)).hasCount(100);
    }

    @Test
    void aNumberIsAllotted(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("numbers?q=9990");
        Locator field = visitor.page().getByLabel("Number", new Page.GetByLabelOptions().setExact(true));
        field.fill("+49 30 999-0x");
        assertThat(visitor.page().getByText("Only digits, * and #")).isVisible();
        field.fill("+49 30 999-0");
        visitor.page().getByLabel("Description").fill("Evenings");
        assertThat(visitor.button("Allot")).isDisabled();
        visitor.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Display number"))
                .check();
        visitor.button("Allot").click();

        assertThat(rows(visitor)).hasCount(1);
        assertThat(rows(visitor).first()).containsText("Evenings");
        assertThat(field).isFocused();
        assertThat(server.call("GET", AllottedNumbers.path("+49309990"), null)).contains("\"kinds\":[\"display\"]");
        field.fill("+49309990");
        visitor.expectStatus(409).button("Allot").click();
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("It already exists.");
        new AllottedNumbers(server).takeBack("+49309990");
    }

    @Test
    void anAdministratorDecidesWhatBecomesOfOtherNumbers(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("numbers");
        visitor.page().getByLabel("Refuse them").check();
        visitor.button("Save").click();
        assertThat(visitor.button("Save")).hasCount(0);
        assertThat(server.call("GET", ContactCentre.tenant(""), null)).contains("\"numberCheck\":\"enforce\"");

        visitor.page().getByLabel("Accept them and warn").check();
        new AllottedNumbers(server).check("off");
        visitor.expectStatus(412).button("Save").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Somebody else has changed it");
        assertThat(visitor.page().locator("input[name=check][value=off]")).isChecked();
    }

    @Test
    void whoMayNotChangeItSeesWhatIsDecided(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Looks only", "viewer")).openView("numbers");

        assertThat(visitor.page().getByText("Nothing is checked.")).isVisible();
        assertThat(visitor.page().getByRole(AriaRole.RADIO)).hasCount(0);
        assertThat(visitor.heading("Allot a number")).hasCount(0);
        visitor.requireAccessible();
    }

    @Test
    void itFitsOnAPhone(Visitor visitor) {
        visitor.signIn().openView("numbers");
        visitor.page().setViewportSize(390, 844);
        assertThat(rows(visitor).first()).isVisible();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        visitor.picture("numbers-phone");
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("tbody tr");
    }
}
